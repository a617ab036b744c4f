import { register } from '../../kernel/register.ts';
import { keep, register as registerDocument, setRule, tieToParent, untieFromParent } from './chain/document-chain.actions.ts';
import { adopt, bring, confirm, discard, importAction, repeal, tie } from './document.actions.ts';
import { documentTexts } from './document.texts.ts';
import { deciding, demands, list, record as documentRecord } from './chain/document-chain.views.ts';
import { compare } from './compare/compare.views.ts';
import { policy, record, versions } from './document.views.ts';
import { answer, comment } from './referral/referral.actions.ts';
import { back, begin, close, propose, refer, write } from './writing.actions.ts';

export const documentRegister = register({
  name: 'document',
  actions: [
    registerDocument,
    keep,
    tieToParent,
    untieFromParent,
    begin,
    write,
    refer,
    comment,
    answer,
    close,
    propose,
    back,
    importAction,
    tie,
    confirm,
    adopt,
    bring,
    repeal,
    discard,
    setRule,
  ],
  views: [policy, list, documentRecord, demands, versions, record, compare, deciding],
  texts: documentTexts,
});
