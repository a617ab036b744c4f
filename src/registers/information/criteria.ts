import type { Texts } from '../../kernel/texts.ts';
import { criteriaEn } from './criteria.en.ts';
import { criteriaSv } from './criteria.sv.ts';

/**
 * The consequence criteria shown while a level is chosen: our own words, with examples from school, social services,
 * water and finance. They belong to the model and version in `classificationModel`; a change of meaning is a new version.
 */
export const criteria: Texts<typeof criteriaSv> = { sv: criteriaSv, en: criteriaEn };
