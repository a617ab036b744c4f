import type { DutyData } from './dated.ts';
import { defaultRecipients } from './default-recipients.ts';
import { defaultTerms } from './default-terms.ts';

/** What holds where a municipality has entered nothing of its own. */
export const defaultData: DutyData = { terms: defaultTerms, recipients: defaultRecipients };
