import { Type } from 'typebox';
import { scopeOf } from '../../../kernel/access.ts';
import { Fields, IdOf, OneOf } from '../../../kernel/schema.ts';
import { view } from '../../../kernel/view.ts';
import { questionSetAccess } from '../campaign.access.ts';
import { Question, questionAudiences } from './question-set.ts';
import { listQuestions } from './question-set.store.ts';

/** What is asked beside a document, audience by audience. */
export const list = view({
  name: 'questionSet.list',
  on: 'register',
  permission: questionSetAccess.read,
  input: Fields({ documentId: Type.Optional(IdOf<'Document'>()) }),
  output: Fields({
    items: Type.Array(
      Fields({
        audience: OneOf(questionAudiences),
        questions: Type.Array(Question),
        version: Type.Integer(),
      }),
    ),
    may: Type.Boolean(),
  }),
  told: { nothing: 'questions that everybody is asked' },
  answer: async (db, { documentId }, { actor }) => {
    const rows = documentId === undefined ? [] : await listQuestions(db, documentId);
    return {
      items: questionAudiences.map((audience) => {
        const row = rows.find((one) => one.audience === audience);
        return { audience, questions: [...(row?.questions ?? [])], version: row?.version ?? 0 };
      }),
      may: scopeOf(actor, questionSetAccess.set) !== null,
    };
  },
});
