import type { StageField } from '../duty.ts';
import { optional, required } from '../fields.ts';

/** What a final report holds, whenever it is due. */
export const finalFields: readonly StageField[] = [
  required('consequences', 'Slutliga följder', 'Final consequences'),
  required(
    'recipientsAffected',
    'Ungefär hur många mottagare som påverkades',
    'About how many recipients were affected',
  ),
  required('area', 'Geografiskt område', 'Geographic area'),
  required('economicHarm', 'Ekonomisk skada', 'Economic harm'),
  optional('crossBorder', 'Påverkan på andra länder', 'Effect on other countries'),
  required('society', 'Påverkan på viktiga samhällsfunktioner', 'Effect on important functions of society'),
  required('rootCause', 'Grundorsak', 'Root cause'),
  required('technicalMeasures', 'Tekniska åtgärder', 'Technical measures'),
  required('organisationalMeasures', 'Organisatoriska åtgärder', 'Organisational measures'),
  required('limitingMeasures', 'Åtgärder som begränsade följderna', 'Measures that limited the effects'),
  required('preventiveMeasures', 'Åtgärder mot att det händer igen', 'Measures against recurrence'),
];
