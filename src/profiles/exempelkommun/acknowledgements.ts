import { addDays, dayOf } from '../../kernel/calendar.ts';
import { everythingScope } from '../../kernel/access.ts';
import { loadPolicyDocument } from '../../governance/documents/document.store.ts';
import { attest } from '../../governance/acknowledgements/attests/unit-attest.actions.ts';
import { begin } from '../../governance/acknowledgements/campaign.actions.ts';
import { readCampaign } from '../../governance/acknowledgements/campaign.store.ts';
import { gatherAll } from '../../governance/acknowledgements/keep.ts';
import { add as addList } from '../../governance/acknowledgements/lists/signed-list.actions.ts';
import { register } from '../../governance/acknowledgements/parties/external-party.actions.ts';
import { agreementChoices } from '../../governance/acknowledgements/parties/external-party.store.ts';
import { set } from '../../governance/acknowledgements/questions/question-set.actions.ts';
import {
  drawFor,
  enterAcknowledged,
  type ExampleRecipient,
  headedUnits,
  markInvited,
  recipientsOf,
} from '../acknowledged.store.ts';
import { actorOf, type Ago, type Perform } from './advice.ts';
import { unitId } from './rows.ts';

const parties = [
  {
    name: 'Journalbolaget AB',
    unit: 'soc',
    agreement: 'Journalbolaget AB',
    obligation: true,
    contractor: true,
  },
  {
    name: 'Norrlands Bemanning AB',
    unit: 'hr',
    agreement: 'Norrlands Bemanning AB',
    obligation: false,
    contractor: true,
  },
  {
    name: 'Städbolaget i Norr AB',
    unit: 'it',
    agreement: 'Städbolaget i Norr AB',
    obligation: true,
    contractor: true,
  },
  {
    name: 'Molntjänster Norr AB',
    unit: 'kommunikation',
    agreement: null,
    obligation: false,
    contractor: false,
  },
  { name: 'Räddningstjänstförbundet', unit: 'kansli', agreement: null, obligation: false, contractor: false },
  {
    name: 'Föreningen Byarådet',
    unit: 'kommunikation',
    agreement: null,
    obligation: false,
    contractor: false,
    relevant: false,
  },
] as const;

const questions = [
  {
    text: 'Du ser att en kollegas dator står öppen och ingen är där. Vad gör du?',
    choices: [
      'Inget, det är kollegans sak',
      'Låser den och säger till kollegan',
      'Rapporterar kollegan till chefen',
    ],
    right: 1,
    explanation: 'Skydda informationen först. Alla hjälps åt.',
  },
  {
    text: 'När ska du rapportera en misstänkt händelse?',
    choices: ['När du är säker på vad som har hänt', 'Så snart du misstänker något'],
    right: 1,
    explanation: 'Hellre en gång för mycket. Andra utreder vad det var.',
  },
];

/** The share who have acknowledged, and of one unit that lags. */
const usualShare = 0.8;
const laggingShare = 0.3;
const lagging = 'hemtjanst';
/** Days before today on which people acknowledged, the first mail having gone out 90 days ago. */
const ackDays = [89, 88, 87, 85, 82, 80, 76, 74, 60, 41, 20, 6];

/** Who has been asked to read the policy in the example municipality, and who has; with the same outcome every time. */
export async function fillAcknowledgements(perform: Perform, ago: Ago): Promise<void> {
  await enterParties(perform, ago);
  const beginning = ago(90);
  const day = dayOf(beginning.clock());
  const policy = await loadPolicyDocument(beginning.db);
  if (policy === null) return;
  await perform(ago(91), set, null, null, { documentId: policy.id, audience: 'everyone', questions });
  const made = await perform(beginning, begin, null, null, {
    documentId: policy.id,
    title: 'Informationssäkerhetspolicyn',
    message: 'Läs policyn och fråga din chef om något är oklart.',
    unitIds: [],
    offices: [],
    kinds: ['employee', 'elected', 'external'],
    externalParties: true,
    opensOn: day,
    closesOn: addDays(day, 180),
    reminderDays: [7, 14],
  });
  await gatherAll(beginning, made.id);
  const campaign = await readCampaign(beginning.db, made.id);
  if (campaign === null) throw new Error('the example’s campaign is gone');
  const recipients = await recipientsOf(beginning.db, campaign.id);
  await markInvited(beginning.db, recipients, day, beginning.clock());
  for (const [place, days] of ackDays.entries()) {
    const then = recipients.filter((one) => hasRead(one) && dayIndexOf(one) === place);
    await enterAcknowledged(beginning.db, campaign, then, ago(days).clock());
  }
  const held = ago(60);
  await perform(held, addList, campaign.id, null, {
    heldOn: dayOf(held.clock()),
    meeting: 'Arbetsplatsträff',
    unitId: unitId(lagging),
    name: 'underskrifter.pdf',
    content: Buffer.from(emptySheet).toString('base64'),
  });
  await attestUnits(perform, ago);
}

/** A sheet of paper as a scanner would have sent it, with nobody's name on it. */
const emptySheet = `%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj
trailer <</Root 1 0 R>>
%%EOF
`;

function hasRead(recipient: ExampleRecipient): boolean {
  const share = recipient.unitId === unitId(lagging) ? laggingShare : usualShare;
  return drawFor(recipient, 'read') < share;
}

/** Most read within the first days, a few late. */
function dayIndexOf(recipient: ExampleRecipient): number {
  return Math.floor(drawFor(recipient, 'day') ** 2 * ackDays.length);
}

async function enterParties(perform: Perform, ago: Ago): Promise<void> {
  const then = ago(110);
  const agreements = await agreementChoices(then.db, everythingScope);
  for (const { name, unit, agreement, obligation, contractor, ...more } of parties) {
    const found = agreements.find((one) => agreement !== null && one.name.startsWith(agreement));
    const relevant = !('relevant' in more);
    await perform(then, register, null, null, {
      name,
      organisationNumber: null,
      contactName: 'Kim Kontakt',
      email: null,
      language: 'sv',
      relevant,
      relevanceReason: relevant ? 'Hanterar vår information' : 'Får ingen information av oss',
      unitId: unitId(unit),
      contractor,
      agreementReviewId: found?.id ?? null,
      obligation: obligation && found !== undefined,
    });
  }
}

/** Three of four heads have attested, and one of them that it is not as it should be. */
async function attestUnits(perform: Perform, ago: Ago): Promise<void> {
  const then = ago(30);
  const heads = await headedUnits(then.db, dayOf(then.clock()), 40);
  for (const [place, { unitId: unit, personId }] of heads.entries()) {
    if (place % 4 === 3) continue;
    const isFollowed = place !== 2;
    const note = isFollowed ? '' : 'Alla har inte fått tid att läsa policyn.';
    await perform(
      then,
      attest,
      null,
      null,
      { unitId: unit, isFollowed, note },
      await actorOf(then, personId),
    );
  }
}
