import { describe, expect, test } from 'vitest';
import { appointmentPages } from '../../people/appointments/pages/routes.tsx';
import { organisationPages } from '../../people/organisation/pages/routes.tsx';
import { personPages } from '../../people/persons/pages/routes.tsx';
import { personSourcePages } from '../../people/sources/pages/routes.tsx';
import { acknowledgementPages } from '../../governance/acknowledgements/pages/routes.tsx';
import { advicePages } from '../../governance/advice/pages/routes.tsx';
import { agreementReviewPages } from '../../governance/agreement-reviews/pages/routes.tsx';
import { documentPages } from '../../governance/documents/pages/routes.tsx';
import { deviationPages } from '../../registers/deviations/pages/routes.tsx';
import { exceptionPages } from '../../registers/exceptions/pages/routes.tsx';
import { handlingRulePages } from '../../registers/handling-rules/pages/routes.tsx';
import { informationPages } from '../../registers/information/pages/routes.tsx';
import { incidentPages } from '../../registers/incidents/pages/routes.tsx';
import { measurePages } from '../../registers/measures/pages/routes.tsx';
import { planPages } from '../../registers/plans/pages/routes.tsx';
import { systemPages } from '../../registers/systems/pages/routes.tsx';
import { witnessPages } from '../../audit/witnesses/pages/routes.tsx';
import { mending } from '../mending.ts';
import { type Mendable, mendPath, recordPath } from './mend.ts';
import { mendWords } from './mend.texts.ts';
import { clausePages } from './routes.tsx';

const slices = [
  appointmentPages,
  organisationPages,
  personPages,
  personSourcePages,
  documentPages,
  advicePages,
  agreementReviewPages,
  measurePages,
  deviationPages,
  exceptionPages,
  acknowledgementPages,
  handlingRulePages,
  incidentPages,
  informationPages,
  systemPages,
  planPages,
  clausePages,
  witnessPages,
];
const known = slices.flatMap((slice) => slice.pages.map((page) => page.path));

const finding = (action: string, recordId: string | null): Mendable => ({
  action,
  recordId,
  recordName: 'Elevhälsans journaler',
  field: null,
  register: 'information',
});

/** Is there a page at the path? A part that begins with `$` stands for any one part. */
function isPage(path: string): boolean {
  const bare = path.replace(/[?#].*$/, '').split('/');
  return known.some((page) => {
    const parts = page.split('/');
    return (
      parts.length === bare.length && parts.every((part, at) => part === bare[at] || part.startsWith('$'))
    );
  });
}

describe('every action that the clauses mend by', () => {
  test.each(Object.values(mending))('%s is done on a page there is, with a record and without', (action) => {
    const paths = ['0190-id', null].map((id) => mendPath(finding(action, id)));
    expect(paths.filter((path) => path === null || !isPage(path))).toEqual([]);
  });

  test.each(Object.values(mending))('%s has its own words in both languages', (action) => {
    for (const language of ['sv', 'en'] as const) {
      expect(mendWords(action, 'x', language)).not.toEqual(mendWords(null, 'x', language));
    }
  });
});

test('an action that nobody has heard of, and none at all, lead nowhere', () => {
  expect(mendPath(finding('fork.bend', 'x'))).toBeNull();
  expect(mendPath({ ...finding('', 'x'), action: null })).toBeNull();
});

test.each([
  ['manager', 'unit', 'u1', '/uppdrag/nytt?uppdrag=manager&galler=u1&galler-namn=%C3%84ldreboendet'],
  [
    'owner',
    'information',
    'i1',
    '/uppdrag/nytt?uppdrag=informationOwner&galler=i1&galler-namn=%C3%84ldreboendet',
  ],
  ['unheard', 'unit', 'u1', '/uppdrag/nytt'],
  ['deputy', 'appointment', null, '/uppdrag/nytt?uppdrag=informationSecurityCoordinator'],
])(
  'an appointment for the field %s of a %s opens the form with what is known',
  (field, register, recordId, path) => {
    const known = { ...finding('appointment.begin', recordId), recordName: 'Äldreboendet' };
    expect(mendPath({ ...known, field, register })).toBe(path);
  },
);

test('a record is shown where its register has pages, and a lack of one nowhere', () => {
  expect(isPage(recordPath('information', 'i1') ?? '')).toBe(true);
  expect(recordPath('information', null)).toBeNull();
  expect(recordPath('sentence', 's1')).toBeNull();
  // The channel has a page also before it has been tested.
  expect(isPage(recordPath('channelTest', 'c1') ?? '')).toBe(true);
  expect(isPage(recordPath('channelTest', null) ?? '')).toBe(true);
});
