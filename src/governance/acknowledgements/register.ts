import { register } from '../../kernel/register.ts';
import { enter, follow, make, takeBack } from './acknowledgement.actions.ts';
import { mine, reading } from './acknowledgement.views.ts';
import { attest } from './attests/unit-attest.actions.ts';
import { list as attests } from './attests/unit-attest.views.ts';
import {
  begin,
  close,
  closeItself,
  gather,
  invite,
  release,
  remind,
  remindDue,
  setFigure,
} from './campaign.actions.ts';
import { campaignTexts } from './campaign.texts.ts';
import { choices, list, preview, record, targets } from './campaign.views.ts';
import { set } from './questions/question-set.actions.ts';
import { match, recipients } from './recipient.views.ts';
import { add as addList, end as endList, open as openList } from './lists/signed-list.actions.ts';
import { listsOfUnit, moveLists } from './lists/signed-list.store.ts';
import { ofCampaign } from './lists/signed-list.views.ts';
import { list as questions } from './questions/question-set.views.ts';

/** The slice's words under the name of one of its registers. */
function named(name: keyof typeof campaignTexts.sv.registers) {
  const { sv, en } = campaignTexts;
  return { sv: { ...sv, name: sv.registers[name] }, en: { ...en, name: en.registers[name] } };
}

export const campaignRegister = register({
  name: 'campaign',
  actions: [begin, gather, invite, remindDue, remind, release, close, closeItself],
  views: [list, record, preview, choices],
  texts: campaignTexts,
});

export const recipientRegister = register({
  name: 'campaignRecipient',
  actions: [],
  views: [recipients, match],
  texts: named('campaignRecipient'),
});

export const acknowledgementRegister = register({
  name: 'acknowledgement',
  actions: [make, follow, enter, takeBack],
  views: [mine, reading],
  texts: named('acknowledgement'),
});

export const signedListRegister = register({
  name: 'signedList',
  actions: [addList, openList, endList],
  views: [ofCampaign],
  texts: named('signedList'),
  followers: {
    touched: async (transaction, from) =>
      (await listsOfUnit(transaction, from)).map((id) => `signedList:${id}`),
    follow: moveLists,
  },
});

export const questionSetRegister = register({
  name: 'questionSet',
  actions: [set],
  views: [questions],
  texts: named('questionSet'),
});

export const campaignTargetRegister = register({
  name: 'campaignTarget',
  actions: [setFigure],
  views: [targets],
  texts: named('campaignTarget'),
});

export const unitAttestRegister = register({
  name: 'unitAttest',
  actions: [attest],
  views: [attests],
  texts: named('unitAttest'),
});
