import { addDays, dayOf } from '../../kernel/calendar.ts';
import { register, setOpen, tieToParent } from '../../governance/documents/chain/document-chain.actions.ts';
import type { Block } from '../../governance/documents/blocks/block.ts';
import { adopt, repeal } from '../../governance/documents/document.actions.ts';
import { loadPolicyDocument } from '../../governance/documents/document.store.ts';
import { begin, propose, write } from '../../governance/documents/writing.actions.ts';
import type { Services } from '../../kernel/run.ts';
import type { Ago, Perform } from './advice.ts';
import { unitId } from './rows.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const heading = (text: string, level = 1): Block => ({ kind: 'heading', level, text });
const item = (text: string): Block => ({ kind: 'item', isNumbered: false, text });

const accessBefore: readonly Block[] = [
  heading('Syfte'),
  paragraph('Riktlinjen säger hur behörigheter ges, ändras och tas bort i hela kommunen.'),
  heading('Behörigheter'),
  paragraph('Varje användare ska ha ett eget konto. Systemägaren ska godkänna varje behörighet.'),
  paragraph('Chefen bör gå igenom medarbetarnas behörigheter en gång om året.'),
];

const accessNow: readonly Block[] = [
  heading('Syfte'),
  paragraph(
    'Riktlinjen säger hur behörigheter ges, ändras och tas bort i hela kommunen. Den utvecklar policyn och följer [dataskyddsförordningen](https://eur-lex.europa.eu/eli/reg/2016/679/oj).',
  ),
  heading('Behörigheter'),
  paragraph(
    'Varje användare ska ha ett eget konto. Systemägaren ska godkänna varje behörighet innan den ges.',
  ),
  paragraph('När någon slutar eller byter arbete ska chefen'),
  item('anmäla det senast den sista arbetsdagen'),
  item('ta tillbaka kort, nycklar och datorer'),
  item('se till att gemensamma lösenord byts.'),
  heading('Genomgång', 2),
  paragraph('Chefen ska gå igenom medarbetarnas behörigheter. Hur ofta beror på vad systemet bär:'),
  {
    kind: 'table',
    rows: [
      ['Systemets högsta klass', 'Genomgång'],
      ['0–1', 'Bör göras varje år'],
      ['2', 'Ska göras varje år'],
      ['3', 'Ska göras varje kvartal'],
    ],
  },
];

const fax: readonly Block[] = [
  heading('Så används faxen'),
  paragraph('Mottagarens nummer ska kontrolleras av två personer.'),
  paragraph('Den som skickar bör ringa mottagaren först.'),
];

const alarm: readonly Block[] = [
  heading('När larmet går'),
  paragraph('Den som arbetar ska gå till receptionen och ringa larmcentralen.'),
  paragraph('Larmet ska bara stängas av på larmcentralens uppmaning.'),
];

/** A version written, put forward and adopted on the services' day. Answers with its id. */
async function adopted(
  perform: Perform,
  services: Services,
  documentId: string,
  blocks: readonly Block[],
  decided: object,
): Promise<string> {
  const draft = await perform(services, begin, null, null, { documentId, source: 'empty', content: '' });
  await perform(services, write, draft.id, 1, { blocks, demandMarks: [] });
  await perform(services, propose, draft.id, 2, {});
  const today = dayOf(services.clock());
  const days = { inForceFrom: today, adjustedOn: null, announcedOn: null, reviewOn: addDays(today, 730) };
  await perform(services, adopt, draft.id, 3, { ...days, ...decided });
  return draft.id;
}

const minuted = (services: Services, section: number, number: string) => ({
  decision: `KS ${dayOf(services.clock())} § ${section}, dnr KS ${number}`,
  decidedBy: 'executive',
});
const delegated = (services: Services) => ({
  decision: `Delegationsbeslut ${dayOf(services.clock())} punkt 4.2`,
  decidedBy: 'departmentHead',
});

/**
 * Governing documents of the example municipality besides the policy: a guideline in its second version, open to everyone; an
 * instruction for the social services, open to those who are signed in; and a routine that was open and has been repealed.
 */
export async function fillDocuments(perform: Perform, ago: Ago): Promise<void> {
  const about = { reviewOn: null, systemId: null, situation: '', validUntil: null };
  const whole = {
    ...about,
    keeperOffice: 'informationSecurityCoordinator',
    scope: 'organisation',
    unitId: null,
  };
  const ofSocialServices = { ...about, keeperOffice: 'departmentHead', scope: 'unit', unitId: unitId('soc') };
  const [first, second, third, last] = [ago(300), ago(90), ago(60), ago(30)];
  const access = await perform(first, register, null, null, {
    ...whole,
    kind: 'guideline',
    title: 'Riktlinje för behörigheter',
  });
  const policy = await loadPolicyDocument(first.db);
  const parent = { clause: null, parentDocumentId: policy?.id ?? null, sentenceHash: null };
  await perform(first, tieToParent, access.id, null, parent);
  await adopted(perform, first, access.id, accessBefore, minuted(first, 30, '2025/60'));
  await adopted(perform, second, access.id, accessNow, minuted(second, 71, '2026/18'));

  const instruction = await perform(third, register, null, null, {
    ...ofSocialServices,
    kind: 'instruction',
    title: 'Instruktion för överfallslarm',
  });
  const below = { clause: null, parentDocumentId: access.id, sentenceHash: null };
  await perform(third, tieToParent, instruction.id, null, below);
  await adopted(perform, third, instruction.id, alarm, delegated(third));

  const routine = await perform(first, register, null, null, {
    ...ofSocialServices,
    kind: 'routine',
    title: 'Rutin för fax',
  });
  await perform(first, setOpen, routine.id, routine.version, { isOpen: true });
  const faxed = await adopted(perform, first, routine.id, fax, delegated(first));
  const day = dayOf(last.clock());
  const repealed = { decision: `Delegationsbeslut ${day} punkt 4.2`, repealedOn: day };
  await perform(last, repeal, faxed, 4, repealed);
}
