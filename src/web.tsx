import { startApp } from './ui/app.tsx';
import { auditPages } from './audit/pages/routes.tsx';
import { retentionPages } from './audit/retention/pages/routes.tsx';
import { calendarPages } from './calendar/pages/routes.tsx';
import { clausePages } from './clauses/pages/routes.tsx';
import { dutyPages } from './duties/pages/routes.tsx';
import { acknowledgementPages } from './governance/acknowledgements/pages/routes.tsx';
import { advicePages } from './governance/advice/pages/routes.tsx';
import { agreementReviewPages } from './governance/agreement-reviews/pages/routes.tsx';
import { documentPages } from './governance/documents/pages/routes.tsx';
import { publicationPages } from './governance/publication/pages/routes.tsx';
import { witnessPages } from './audit/witnesses/pages/routes.tsx';
import { mailPages } from './mail/pages/routes.tsx';
import { pushPages } from './push/pages/routes.tsx';
import { settingPages } from './settings/pages/routes.tsx';
import { startPages } from './start/pages/routes.tsx';
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { appointmentPages } from './people/appointments/pages/routes.tsx';
import { organisationPages } from './people/organisation/pages/routes.tsx';
import { personPages } from './people/persons/pages/routes.tsx';
import { personSourcePages } from './people/sources/pages/routes.tsx';
import { defaultOwnerPages } from './registers/default-owners/pages/routes.tsx';
import { deviationPages } from './registers/deviations/pages/routes.tsx';
import { exceptionPages } from './registers/exceptions/pages/routes.tsx';
import { handlingRulePages } from './registers/handling-rules/pages/routes.tsx';
import { incidentPages } from './registers/incidents/pages/routes.tsx';
import { informationPages } from './registers/information/pages/routes.tsx';
import { measurePages } from './registers/measures/pages/routes.tsx';
import { planPages } from './registers/plans/pages/routes.tsx';
import { systemPages } from './registers/systems/pages/routes.tsx';
import { signinPages } from './people/signin/pages/routes.tsx';
import type { Pages } from './ui/routing.ts';

/** The browser's entry: every slice's pages, listed one by one. */
const slices: readonly Pages[] = [
  signinPages,
  calendarPages,
  pushPages,
  organisationPages,
  informationPages,
  systemPages,
  planPages,
  incidentPages,
  handlingRulePages,
  defaultOwnerPages,
  clausePages,
  dutyPages,
  startPages,
  settingPages,
  mailPages,
  witnessPages,
  documentPages,
  publicationPages,
  advicePages,
  agreementReviewPages,
  measurePages,
  deviationPages,
  exceptionPages,
  acknowledgementPages,
  personPages,
  personSourcePages,
  appointmentPages,
  auditPages,
  retentionPages,
];

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element "root"');
void startApp(root, slices);
