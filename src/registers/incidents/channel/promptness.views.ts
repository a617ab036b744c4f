import { Type } from 'typebox';
import { addMonths } from '../../../kernel/calendar.ts';
import { Fields, OrNull } from '../../../kernel/schema.ts';
import { view } from '../../../kernel/view.ts';
import { incidentAccess } from '../incident.access.ts';
import { numberWord } from '../incident.ts';
import { readPromptness } from './promptness.store.ts';

/** How far back (months) the figure looks: as P15 does. */
const countedMonths = 12;

/** How soon what is noticed is reported, and the cases behind the figure, the slowest first (P15). */
export const promptness = view({
  name: 'incident.promptness',
  on: 'register',
  permission: incidentAccess.read,
  input: Fields({ page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })) }),
  output: Fields({
    /** Whole minutes; null where no case counts. */
    median: OrNull(Type.Integer()),
    /** The cases counted are those reported after this day. */
    since: Type.String(),
    items: Type.Array(
      Fields({
        id: Type.String(),
        number: Type.String(),
        unitName: OrNull(Type.String()),
        noticedAt: Type.String(),
        reportedAt: Type.String(),
        minutes: Type.Integer(),
        /** Is it, or any part of it? */
        secret: Type.Boolean(),
      }),
    ),
    total: Type.Integer(),
    page: Type.Integer(),
    pageSize: Type.Integer(),
  }),
  told: { shown: ({ items }) => items.filter(({ secret }) => secret).map(({ id }) => `incident:${id}`) },
  answer: async (db, { page = 1 }, { scope, today, size }) => {
    const since = addMonths(today, -countedMonths);
    const { median, total, items } = await readPromptness(db, { scope, today }, since, { page, size });
    const rows = items.map(({ series, year, number, noticedAt, reportedAt, ...row }) => ({
      ...row,
      number: numberWord({ series, year, number }) ?? '',
      noticedAt: noticedAt.toISOString(),
      reportedAt: reportedAt.toISOString(),
    }));
    return { median, since, items: rows, total, page, pageSize: size };
  },
});
