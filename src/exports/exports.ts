import { pickTexts, type Language } from '../kernel/texts.ts';
import { register } from '../kernel/register.ts';
import { acknowledgementExports } from './acknowledgements.ts';
import { agreementReviewTexts } from '../governance/agreement-reviews/agreement-review.texts.ts';
import { list as agreementReviews } from '../governance/agreement-reviews/agreement-review.views.ts';
import { adviceTexts } from '../governance/advice/advice.texts.ts';
import { published } from '../governance/advice/support.views.ts';
import { places } from '../people/appointments/appointment.views.ts';
import { officeTexts } from '../people/offices.texts.ts';
import { bodyTexts } from '../people/organisation/bodies/body.texts.ts';
import { list as bodies } from '../people/organisation/bodies/body.views.ts';
import { entityTexts } from '../people/organisation/entities/entity.texts.ts';
import { list as entities } from '../people/organisation/entities/entity.views.ts';
import { unitTexts } from '../people/organisation/units/unit.texts.ts';
import { list as units } from '../people/organisation/units/unit.views.ts';
import { personTexts } from '../people/persons/person.texts.ts';
import { list as persons, record as personRecord } from '../people/persons/person.views.ts';
import { personSourceTexts } from '../people/sources/person-source.texts.ts';
import { list as sources } from '../people/sources/person-source.views.ts';
import { defaultOwnerTexts } from '../registers/default-owners/default-owner.texts.ts';
import { list as defaultOwners } from '../registers/default-owners/default-owner.views.ts';
import { informationTexts } from '../registers/information/information.texts.ts';
import {
  list as information,
  record as informationRecord,
} from '../registers/information/information.views.ts';
import { aspects } from '../registers/information/vocabulary.ts';
import { vocabularyTexts } from '../registers/information/vocabulary.texts.ts';
import { systemTexts } from '../registers/systems/system.texts.ts';
import { list as systems, record as systemRecord } from '../registers/systems/system.views.ts';
import { words, yesNo } from './columns.ts';
import { exportOf } from './export.ts';
import { exportIncidents } from './incidents.ts';
import { exportTexts } from './export.texts.ts';
import { followUpExports } from './follow-up.ts';
import { planExports } from './plans.ts';
import { printOf } from './print.ts';

type Levels = Readonly<Record<(typeof aspects)[number], number | null>>;
/** A column for each aspect, named as `label` says. */
function levelColumns(levels: Levels, language: Language, label: (aspect: string) => string) {
  const names = pickTexts(vocabularyTexts, language).aspects;
  return Object.fromEntries(aspects.map((aspect) => [label(names[aspect]), levels[aspect]]));
}

const exportInformation = exportOf(information, {
  name: 'information.export',
  title: (language) => pickTexts(informationTexts, language).name,
  columns: (row, language) => {
    const { own, shared } = words(informationTexts, language);
    const vocabulary = pickTexts(vocabularyTexts, language);
    return {
      [own.fields.name]: row.name,
      [shared.state]: vocabulary.states[row.state],
      [shared.unit]: row.unitName,
      [own.fields.area]: row.area,
      [shared.owner]: row.owner?.name ?? null,
      [own.fields.personalData]: vocabulary.personalData[row.personalData],
      [shared.secret]: yesNo(row.secret, language),
      ...levelColumns(row, language, (aspect) => aspect),
      [own.fields.nextReviewOn]: row.nextReviewOn,
    };
  },
});

const exportSystems = exportOf(systems, {
  name: 'system.export',
  title: (language) => pickTexts(systemTexts, language).name,
  columns: (row, language) => {
    const { own, shared } = words(systemTexts, language);
    return {
      [own.fields.name]: row.name,
      [own.fields.lifecycle]: own.lifecycles[row.lifecycle],
      [shared.unit]: row.unitName,
      [shared.owner]: row.owner?.name ?? null,
      [own.fields.providerKind]: own.providerKinds[row.providerKind],
      [own.fields.providerName]: row.providerName,
      ...levelColumns(row.required, language, shared.required),
      ...levelColumns(row.proven, language, shared.proven),
      [own.fields.provenOn]: row.provenOn,
    };
  },
});

const exportPersons = exportOf(persons, {
  name: 'person.export',
  title: (language) => pickTexts(personTexts, language).name,
  columns: (row, language) => {
    const { own, shared } = words(personTexts, language);
    const offices = pickTexts(officeTexts, language).offices;
    return {
      [own.fields.familyName]: row.familyName,
      [own.fields.givenName]: row.givenName,
      [own.fields.kind]: own.kinds[row.kind],
      [own.fields.email]: row.email,
      [own.fields.organisation]: row.organisation,
      [shared.unit]: row.unitName,
      [pickTexts(exportTexts, language).offices]: row.offices.map((office) => offices[office]).join(', '),
      [own.fields.from]: row.from,
      [own.fields.until]: row.until,
      [shared.state]: own.states[row.state],
    };
  },
});

const exportOffices = exportOf(places, {
  name: 'appointment.exportOffices',
  title: (language) => pickTexts(exportTexts, language).offices,
  columns: (row, language) => {
    const { own, shared } = words(officeTexts, language);
    return {
      [shared.offices]: own.offices[row.office],
      [shared.of]: row.scopeName ?? own.scopes[row.scope],
      [shared.person]: row.personName,
      [shared.deputies]: row.deputies.map((one) => one.name).join(', '),
      [shared.from]: row.from,
      [shared.until]: row.until,
    };
  },
});

const exportUnits = exportOf(units, {
  name: 'unit.export',
  title: (language) => pickTexts(unitTexts, language).name,
  columns: (row, language) => {
    const { own, shared } = words(unitTexts, language);
    return {
      [own.fields.name]: row.name,
      [own.fields.kind]: own.kinds[row.kind],
      [shared.entity]: row.entityName,
      [shared.parent]: row.parentName,
      ...periodOf(row, language),
    };
  },
});

const exportEntities = exportOf(entities, {
  name: 'entity.export',
  title: (language) => pickTexts(entityTexts, language).name,
  columns: (row, language) => {
    const { own } = words(entityTexts, language);
    return {
      [own.fields.name]: row.name,
      [own.fields.kind]: own.kinds[row.kind],
      [own.fields.organisationNumber]: row.organisationNumber,
      [own.fields.controller]: yesNo(row.controller, language),
      ...periodOf(row, language),
    };
  },
});

const exportBodies = exportOf(bodies, {
  name: 'body.export',
  title: (language) => pickTexts(bodyTexts, language).name,
  columns: (row, language) => {
    const { own } = words(bodyTexts, language);
    return {
      [own.fields.name]: row.name,
      [own.fields.abbreviation]: row.abbreviation,
      [own.fields.kind]: own.kinds[row.kind],
      [own.fields.controller]: yesNo(row.controller, language),
      ...periodOf(row, language),
    };
  },
});

function periodOf(
  row: {
    readonly from: string;
    readonly until: string | null;
    readonly standing: 'planned' | 'standing' | 'ended';
  },
  language: Language,
) {
  const { from, until, state, standings } = pickTexts(exportTexts, language);
  return { [from]: row.from, [until]: row.until, [state]: standings[row.standing] };
}

const exportSources = exportOf(sources, {
  name: 'personSource.export',
  title: (language) => pickTexts(personSourceTexts, language).name,
  columns: (row, language) => {
    const { own, shared } = words(personSourceTexts, language);
    return {
      [own.fields.name]: row.name,
      [own.fields.kind]: pickTexts(personTexts, language).kinds[row.kind],
      [own.fields.intervalDays]: row.intervalDays,
      [shared.synchronisedOn]: row.synchronisedOn,
      [shared.dueOn]: row.dueOn,
      [shared.persons]: row.persons,
    };
  },
});

const exportDefaultOwners = exportOf(defaultOwners, {
  name: 'defaultOwner.export',
  title: (language) => pickTexts(defaultOwnerTexts, language).name,
  columns: (row, language) => {
    const { own, shared } = words(defaultOwnerTexts, language);
    return {
      [own.fields.name]: row.name,
      [shared.owner]: row.office === null ? null : pickTexts(officeTexts, language).offices[row.office],
      [shared.of]: row.unitName ?? row.bodyName ?? row.entityName,
      [shared.person]: row.holderName,
      [own.fields.decision]: row.decision,
      [shared.informationCount]: row.informationCount,
    };
  },
});

const exportAgreementReviews = exportOf(agreementReviews, {
  name: 'agreementReview.export',
  title: (language) => pickTexts(agreementReviewTexts, language).name,
  columns: (row, language) => {
    const { own, shared } = words(agreementReviewTexts, language);
    return {
      [own.fields.counterparty]: row.counterparty,
      [own.fields.subject]: row.subject,
      [own.fields.reference]: row.reference,
      [shared.unit]: row.unitName,
      [own.fields.outcome]: row.outcome === null ? null : own.outcomes[row.outcome],
      [own.current]: yesNo(row.current, language),
      [own.fields.reviewedOn]: row.reviewedOn,
      [own.fields.nextReviewOn]: row.nextReviewOn,
      [own.fields.endedOn]: row.endedOn,
    };
  },
});

const exportPublishedAnswers = exportOf(published, {
  name: 'publishedAnswer.export',
  title: (language) => pickTexts(adviceTexts, language).registers.publishedAnswer,
  columns: (row, language) => {
    const { own } = words(adviceTexts, language);
    return {
      [own.kinds.question]: row.question,
      [own.fields.answer]: row.answer,
      [own.fields.office]: own.roles[row.office],
      [own.fields.publishedOn]: row.publishedOn,
    };
  },
});

const printed = [
  printOf(information, 'information.printList'),
  printOf(informationRecord, 'information.print'),
  printOf(systems, 'system.printList'),
  printOf(systemRecord, 'system.print'),
  printOf(persons, 'person.printList'),
  printOf(personRecord, 'person.print'),
] as const;

/** Every list that can be taken out as a file. A list of the registers that is not here says why in app.test.ts. */
export const exportRegister = register({
  name: 'export',
  actions: [
    exportInformation,
    exportSystems,
    exportPersons,
    exportOffices,
    exportUnits,
    exportEntities,
    exportBodies,
    exportSources,
    exportDefaultOwners,
    exportAgreementReviews,
    ...followUpExports,
    ...planExports,
    ...acknowledgementExports,
    exportPublishedAnswers,
    exportIncidents,
    ...printed,
  ],
  views: [],
  texts: exportTexts,
});
