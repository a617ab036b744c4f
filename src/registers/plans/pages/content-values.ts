import type { SystemId } from '../../../kernel/ids.ts';
import { linesOf } from '../../information/pages/lines.ts';
import { withoutBlanks } from '../../information/pages/without-blanks.ts';
import type { PlanContact, PlanContent, PlanStep, ResponsibleOffice } from '../plan-content.ts';

/** What the form of a draft holds. */
export interface ContentValues {
  readonly responsible: ResponsibleOffice | '';
  readonly recoveryHours: number | null;
  readonly lossHours: number | null;
  readonly longestOutageHours: number | null;
  readonly systemIds: readonly string[];
  /** As the lines of the field; those that say nothing are left out when it is sent. */
  readonly suppliers: readonly string[];
  readonly steps: readonly PlanStep[];
  readonly contacts: readonly PlanContact[];
  readonly paperPlace: string;
}

/** A draft as the form begins with it. */
export function contentValues(content: PlanContent): ContentValues {
  const { suppliers, steps, contacts, systemIds, responsible, paperPlace } = content;
  const { recoveryHours, lossHours, longestOutageHours } = content;
  const said = { responsible, recoveryHours, lossHours, longestOutageHours, systemIds, paperPlace };
  return { ...said, suppliers, steps, contacts };
}

/** The form's values as the register wants them. What is left empty is left out, and the server names the field. */
export function contentOf(values: ContentValues): PlanContent {
  const input: PlanContent = {
    ...values,
    responsible: values.responsible as ResponsibleOffice, // empty, and then the server names the field
    systemIds: values.systemIds as SystemId[], // from the list of systems
    suppliers: linesOf(values.suppliers.join('\n')),
    steps: values.steps.map((step) => withoutBlanks(step, ['what', 'who'])),
    contacts: values.contacts.map((contact) => withoutBlanks(contact, ['name', 'telephone'])),
  };
  return withoutBlanks(input, ['responsible']);
}
