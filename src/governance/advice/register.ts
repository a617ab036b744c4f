import { register } from '../../kernel/register.ts';
import { answer, ask, close, followUp, reopen } from './advice.actions.ts';
import { adviceTexts } from './advice.texts.ts';
import { figures, mine, record, toAnswer } from './advice.views.ts';
import { edit, publish, setSupportContact, setTargetDays, withdraw } from './support.actions.ts';
import { contacts, published, publishedRecord, support, targets } from './support.views.ts';

/** The slice's words under the name of one of its registers. */
function named(name: keyof typeof adviceTexts.sv.registers) {
  const { sv, en } = adviceTexts;
  return { sv: { ...sv, name: sv.registers[name] }, en: { ...en, name: en.registers[name] } };
}

export const adviceRegister = register({
  name: 'advice',
  actions: [ask, answer, followUp, close, reopen],
  views: [mine, toAnswer, record, figures, support],
  texts: adviceTexts,
});

export const publishedAnswerRegister = register({
  name: 'publishedAnswer',
  actions: [publish, edit, withdraw],
  views: [published, publishedRecord],
  texts: named('publishedAnswer'),
});

export const adviceTargetRegister = register({
  name: 'adviceTarget',
  actions: [setTargetDays],
  views: [targets],
  texts: named('adviceTarget'),
});

export const supportContactRegister = register({
  name: 'supportContact',
  actions: [setSupportContact],
  views: [contacts],
  texts: named('supportContact'),
});
