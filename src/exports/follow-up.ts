import { pickTexts } from '../kernel/texts.ts';
import { officeTexts } from '../people/offices.texts.ts';
import { deviationTexts } from '../registers/deviations/deviation.texts.ts';
import { list as deviations, record as deviationRecord } from '../registers/deviations/deviation.views.ts';
import { exceptionTexts } from '../registers/exceptions/exception.texts.ts';
import { list as exceptions, record as exceptionRecord } from '../registers/exceptions/exception.views.ts';
import { measureTexts } from '../registers/measures/measure.texts.ts';
import { list as measures, record as measureRecord } from '../registers/measures/measure.views.ts';
import { riskTexts } from '../registers/risk.texts.ts';
import { masked, words, yesNo } from './columns.ts';
import { exportOf } from './export.ts';
import { printOf } from './print.ts';

const exportMeasures = exportOf(measures, {
  name: 'measure.export',
  title: (language) => pickTexts(measureTexts, language).name,
  columns: (row, language) => {
    const { own, shared } = words(measureTexts, language);
    const office =
      row.ownerOffice === null ? null : pickTexts(officeTexts, language).offices[row.ownerOffice];
    return {
      [own.fields.title]: masked(row.title, row.secret, language),
      [shared.state]: own.states[row.state],
      [shared.unit]: row.unitName,
      [own.fields.ownerPersonId]: row.ownerName,
      [own.fields.ownerOffice]: office,
      [own.fields.dueOn]: row.dueOn,
      [own.fields.cost]: row.cost,
      [own.fields.resources]: own.resources[row.resources],
      [own.fields.effect]: row.effect === null ? null : own.effects[row.effect],
      [own.fields.clause]: row.sourceClause,
      [shared.secret]: yesNo(row.secret, language),
    };
  },
});

const exportDeviations = exportOf(deviations, {
  name: 'deviation.export',
  title: (language) => pickTexts(deviationTexts, language).name,
  columns: (row, language) => {
    const { own, shared } = words(deviationTexts, language);
    return {
      [own.fields.title]: masked(row.title, row.secret, language),
      [shared.state]: own.states[row.state],
      [shared.unit]: row.unitName,
      [own.fields.discoveredOn]: row.discoveredOn,
      [own.fields.risk]: row.level === null ? null : pickTexts(riskTexts, language).levels[row.level],
      [own.fields.followUpOn]: row.followUpOn,
      [own.fields.closedOn]: row.closedOn,
      [shared.secret]: yesNo(row.secret, language),
    };
  },
});

const exportExceptions = exportOf(exceptions, {
  name: 'exception.export',
  title: (language) => pickTexts(exceptionTexts, language).name,
  columns: (row, language) => {
    const { own, shared } = words(exceptionTexts, language);
    const decider = row.decidedAs === null ? null : pickTexts(officeTexts, language).offices[row.decidedAs];
    return {
      [own.fields.title]: masked(row.title, row.secret, language),
      [shared.state]: own.standings[row.standing],
      [shared.unit]: row.unitName,
      [own.fields.riskAfter]: pickTexts(riskTexts, language).levels[row.level],
      [own.fields.decidedAs]: decider,
      [own.fields.validFrom]: row.validFrom,
      [own.fields.endsOn]: row.endsOn,
      [shared.secret]: yesNo(row.secret, language),
    };
  },
});

/** What is followed up, as files and on paper: measures, deviations and exceptions. */
export const followUpExports = [
  exportMeasures,
  exportDeviations,
  exportExceptions,
  printOf(measures, 'measure.printList'),
  printOf(measureRecord, 'measure.print'),
  printOf(deviations, 'deviation.printList'),
  printOf(deviationRecord, 'deviation.print'),
  printOf(exceptions, 'exception.printList'),
  printOf(exceptionRecord, 'exception.print'),
] as const;
