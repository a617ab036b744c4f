import { questions } from '../../duties/questions.ts';
import { register } from '../../kernel/register.ts';
import type { Language } from '../../kernel/texts.ts';
import { addFileByCode, attach, discloseFile, noteScan, openFile, setSetting } from './file.actions.ts';
import { admit, answer, assign, describe, expel, secrecy, triage } from './incident.actions.ts';
import { contactAdded, contactStruck } from './contact.actions.ts';
import { contacts } from './contact.views.ts';
import { casesOfUnit, moveCases } from './followers.store.ts';
import { incidentTexts } from './incident.texts.ts';
import { alarm } from './duties/alarm.actions.ts';
import { approve, draft, reopenApproved, reply, send, write } from './duties/authority-report.actions.ts';
import { authorityReport } from './duties/authority-report.views.ts';
import { saveReport } from './duties/report-file.actions.ts';
import { clocks } from './duties/clock.views.ts';
import { dutyDone, reportRequested } from './duties/delivery.actions.ts';
import { list, record } from './incident.views.ts';
import { figures, ownAnswers } from './measured.actions.ts';
import { merge } from './merging/merge.actions.ts';
import { merging } from './merging/merge.views.ts';
import { announce } from './notices/notice.actions.ts';
import { posterPlace } from './poster/place.views.ts';
import { makePosters } from './poster/poster.actions.ts';
import { attest } from './attest.actions.ts';
import { noteTest } from './channel/channel-test.actions.ts';
import { channelTests } from './channel/channel-test.views.ts';
import { promptness } from './channel/promptness.views.ts';
import { duties } from './duties.views.ts';
import { concern, noReport, release, withdraw } from './party.actions.ts';
import { add, follow, report } from './report.actions.ts';
import { current } from './setting.views.ts';
import { close, conclude, followUp, link, note, reopen, unlink } from './work.actions.ts';

/** The words of the register, with each question of the triage as the name of the field that holds its answer. */
function withQuestions(language: Language) {
  const texts = incidentTexts[language];
  const asked: Readonly<Record<string, string>> = Object.fromEntries(
    questions.map(({ key, question }) => [`answer.${key}`, question[language]] as const),
  );
  return { ...texts, fields: { ...texts.fields, ...asked } };
}

export const incidentRegister = register({
  name: 'incident',
  actions: [
    report,
    add,
    addFileByCode,
    follow,
    triage,
    describe,
    answer,
    figures,
    ownAnswers,
    note,
    contactAdded,
    contactStruck,
    assign,
    secrecy,
    admit,
    expel,
    link,
    unlink,
    conclude,
    close,
    followUp,
    reopen,
    merge,
    attach,
    openFile,
    discloseFile,
    noteScan,
    concern,
    release,
    noReport,
    withdraw,
    dutyDone,
    reportRequested,
    draft,
    write,
    approve,
    reopenApproved,
    send,
    reply,
    saveReport,
    makePosters,
    announce,
    alarm,
  ],
  views: [list, record, merging, contacts, promptness, duties, authorityReport, clocks, posterPlace],
  texts: { sv: withQuestions('sv'), en: withQuestions('en') },
  followers: {
    touched: async (transaction, from) =>
      (await casesOfUnit(transaction, from)).map((id) => `incident:${id}`),
    follow: moveCases,
  },
});

const { sv, en } = incidentTexts;

export const incidentSettingRegister = register({
  name: 'incidentSetting',
  actions: [setSetting],
  views: [current],
  texts: {
    sv: { ...sv, name: sv.registers.incidentSetting },
    en: { ...en, name: en.registers.incidentSetting },
  },
});

export const reportAttestRegister = register({
  name: 'reportAttest',
  actions: [attest],
  views: [],
  texts: {
    sv: { ...sv, name: sv.registers.reportAttest },
    en: { ...en, name: en.registers.reportAttest },
  },
});

export const channelTestRegister = register({
  name: 'channelTest',
  actions: [noteTest],
  views: [channelTests],
  texts: {
    sv: {
      ...sv,
      name: sv.registers.channelTest,
      fields: { ...sv.fields, outcome: sv.fields['channel.outcome'] },
    },
    en: {
      ...en,
      name: en.registers.channelTest,
      fields: { ...en.fields, outcome: en.fields['channel.outcome'] },
    },
  },
});
