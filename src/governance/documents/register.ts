import { register } from '../../kernel/register.ts';
import {
  keep,
  register as registerDocument,
  setOpen,
  setRule,
  tieToParent,
  untieFromParent,
} from './chain/document-chain.actions.ts';
import { attest } from './demands/demand-attest.actions.ts';
import { attests } from './demands/demand-attest.views.ts';
import { adopt, bring, confirm, discard, importAction, repeal, tie } from './document.actions.ts';
import { documentTexts } from './document.texts.ts';
import { documentsOfUnit, moveDocuments } from './chain/chain.store.ts';
import { deciding, demands, list, record as documentRecord } from './chain/document-chain.views.ts';
import { compare } from './compare/compare.views.ts';
import { policy, record, versions } from './document.views.ts';
import { answer, comment } from './referral/referral.actions.ts';
import { saveAs } from './files/save-as.actions.ts';
import { back, begin, close, propose, refer, write } from './writing.actions.ts';

export const documentRegister = register({
  name: 'document',
  actions: [
    registerDocument,
    keep,
    setOpen,
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
    attest,
    saveAs,
  ],
  views: [policy, list, documentRecord, demands, versions, record, compare, deciding, attests],
  texts: documentTexts,
  followers: {
    touched: async (transaction, from) =>
      (await documentsOfUnit(transaction, from)).map((id) => `document:${id}`),
    follow: moveDocuments,
  },
});
