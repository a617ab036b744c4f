import { pickTexts } from '../kernel/texts.ts';
import { incidentTexts } from '../registers/incidents/incident.texts.ts';
import { list as incidents } from '../registers/incidents/incident.views.ts';
import { exportOf } from './export.ts';
import { exportTexts } from './export.texts.ts';

/** The list of cases as a file. What is secret in a case is not in it, and what is secret altogether does not leave the house. */
export const exportIncidents = exportOf(incidents, {
  name: 'incident.export',
  title: (language) => pickTexts(incidentTexts, language).name,
  columns: (row, language) => {
    const own = pickTexts(incidentTexts, language);
    const shared = pickTexts(exportTexts, language);
    // As the title: what the law demands tells what happened.
    const deadlines = row.secret || row.partlySecret ? null : row.deadlines;
    return {
      [own.fields.number]: row.number,
      [own.fields.kind]: own.kinds[row.kind],
      [own.fields.title]: row.secret || row.partlySecret ? own.masked : row.title,
      [shared.state]: own.states[row.state],
      [own.fields.reportedAt]: row.reportedAt,
      [shared.unit]: row.unitName,
      [own.fields.handlerId]: row.handler,
      [own.fields.ongoing]: own.ongoing[row.ongoing],
      [own.fields.consequence]: row.highest,
      [shared.secret]: row.secret || row.partlySecret ? shared.yes : shared.no,
      [own.fields.followUpOn]: row.followUpOn,
      [own.fields.late]: row.late === null ? shared.no : own.latenesses[row.late],
      [own.fields.lateDays]: row.lateDays,
      [own.fields.deadlines]: deadlines === null ? null : own.deadlineStandings[deadlines.standing],
      [own.fields.lateHours]: deadlines?.lateHours ?? null,
    };
  },
  also: { withDeadlines: 'true' },
  // That a secret case exists is itself secret.
  mayLeave: (row) => !row.secret && row.state !== 'reported',
});
