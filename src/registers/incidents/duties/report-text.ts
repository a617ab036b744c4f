import type { Block } from '../../../governance/documents/blocks/block.ts';
import type { VersionText } from '../../../governance/documents/files/version-text.ts';
import { dayOf } from '../../../kernel/calendar.ts';
import { formatMoment } from '../../../kernel/format.ts';
import type { StageField } from '../../../duties/duty.ts';
import type { Recipient } from '../../../duties/dated.ts';
import type { Incident } from '../incident.ts';
import { numberWord } from '../incident.ts';
import type { AuthorityReport } from './authority-report.ts';

/** All that a report's file says besides what was written in it. */
export interface ReportAround {
  readonly municipality: string;
  readonly incident: Pick<Incident, 'number' | 'secret' | 'secretParts' | 'secrecyProvision'>;
  readonly dutyTitle: string;
  readonly stageTitle: string;
  readonly citation: readonly string[];
  /** Under the authority's own names, in its own order. */
  readonly fields: readonly StageField[];
  readonly party: string;
  readonly recipient: Recipient | null;
  /** Null where the approver is no longer known by name. */
  readonly approvedBy: string | null;
}

// The authority reads Swedish, whoever takes the file out.
const draftName = 'Utkast – inte godkänd';
const draftText =
  'Det här är ett utkast. Ingen har godkänt det, och det är inte kommunens rapport förrän någon har gjort det.';

/**
 * A report as a document that stands by itself: what it is, then every field that the authority asks for, in its order, with what is
 * said or that nothing is. Of one that was approved nothing stands here that can change when it has been sent, so that
 * the file is the same however often it is taken out.
 */
export function reportText(report: AuthorityReport, around: ReportAround): VersionText {
  const isDraft = report.state === 'draft';
  const part = report.number === 1 ? '' : `, komplettering ${report.number - 1}`;
  const title = `${around.stageTitle}${part}`;
  return {
    title,
    municipality: around.municipality,
    name: isDraft ? draftName : `${around.party}, godkänd`,
    day: report.approvedAt === null ? null : dayOf(report.approvedAt),
    facts: factsOf(report, around),
    blocks: [
      ...(isDraft ? [paragraph(`${draftName}. ${draftText}`)] : []),
      ...around.fields.flatMap((field) => blocksOf(field, report.said[field.key] ?? '')),
    ],
  };
}

function factsOf(report: AuthorityReport, around: ReportAround): VersionText['facts'] {
  const { incident, recipient } = around;
  const isSecret = incident.secret || incident.secretParts.length > 0;
  const approvedAt = report.approvedAt?.toISOString();
  const facts: readonly (readonly [string, string | null])[] = [
    ['Rapport', around.dutyTitle],
    ['Enligt', around.citation.join('; ')],
    ['Vem det gäller', around.party],
    ['Mottagare', recipient === null ? null : `${recipient.name}. ${recipient.channel}`],
    ['Kommunens ärende', numberWord(incident.number)],
    ['Läge', approvedAt === undefined ? draftName : `Godkänd ${formatMoment(approvedAt, 'sv')}`],
    ['Godkänd av', around.approvedBy],
    ['Godkänd ensam', report.aloneReason === '' ? null : report.aloneReason],
    ['Sekretess', isSecret ? `Ärendet har sekretess enligt ${incident.secrecyProvision}.` : null],
    ['Kontrollsumma', report.contentHash],
  ];
  return facts.flatMap(([term, value]) => (value === null || value === '' ? [] : [{ term, value }]));
}

function blocksOf({ label, isRequired }: StageField, said: string): Block[] {
  const heading: Block = { kind: 'heading', level: 1, text: label.sv };
  const lines = said.split(/\r\n?|\n/u).filter((line) => line.trim() !== '');
  if (lines.length > 0) return [heading, ...lines.map((line) => paragraph(withAddressShown(line)))];
  return [heading, paragraph(isRequired ? 'Uppgift saknas. Fältet är obligatoriskt.' : 'Ingen uppgift.')];
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

/** What is written as a link in documents is words here: the authority is to read the address and not follow it. */
function withAddressShown(line: string): string {
  return line.replaceAll('](', '] (');
}
