import { useState } from 'react';
import type { QuestionKey, TriageAnswer } from '../../../duties/case-facts.ts';
import { formatMoment, inSentence } from '../../../kernel/format.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { optionsOf } from '../../information/pages/options.ts';
import { incidentTexts } from '../incident.texts.ts';
import type { CaseRecord } from './case-record.ts';
import { incidentPagesTexts } from './pages.texts.ts';
import { partyPagesTexts } from './party-pages.texts.ts';

type Party = ViewMap['incident.duties']['answer']['parties'][number];
type Question = Party['questions'][number];

interface Props {
  readonly record: CaseRecord;
  readonly party: Party;
}

/** Where the answers of one of those concerned differ from the case's, and the way to say so. */
export function OwnAnswers({ party }: Pick<Props, 'party'>) {
  const { own: texts } = useTexts(partyPagesTexts);
  const { ongoing } = useTexts(incidentTexts);
  const language = useLanguage();
  const ofCase = useAnswerOfCase();
  const differing = party.questions.flatMap(({ own, ...question }) =>
    own === null ? [] : [{ ...question, own }],
  );
  if (differing.length === 0) return null;
  return (
    <DefinitionList
      facts={differing.map((question) => ({
        term: question.question,
        value: (
          <>
            {texts.differs(ongoing[question.own.answer], ofCase(question))}{' '}
            <span className="soft">
              {texts.by(question.own.reason, question.own.by ?? '–', formatMoment(question.own.at, language))}
            </span>
          </>
        ),
      }))}
    />
  );
}

function useAnswerOfCase(): (question: Pick<Question, 'ofCase'>) => string {
  const { notAnswered } = useTexts(partyPagesTexts).own;
  const { ongoing } = useTexts(incidentTexts);
  return ({ ofCase }) => (ofCase === null ? notAnswered : inSentence(ongoing[ofCase]));
}

/** Opens the questions of one of those concerned. */
export function AnswerForParty({ record, party }: Props) {
  const { own: texts } = useTexts(partyPagesTexts);
  const [isOpen, setOpen] = useState(false);
  if (party.questions.length === 0) return null;
  return (
    <>
      <Button size="small" look="quiet" onClick={() => setOpen(true)}>
        {texts.answer}
        <span className="visually-hidden"> {party.name}</span>
      </Button>
      {isOpen ? <AnswerDialog record={record} party={party} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** ”As the case” is a choice like the others. */
type Choice = TriageAnswer | 'asCase';

function AnswerDialog({ record, party, onClose }: Props & { readonly onClose: () => void }) {
  const { own: texts } = useTexts(partyPagesTexts);
  const { cancel } = useTexts(incidentPagesTexts).record;
  const { ongoing } = useTexts(incidentTexts);
  const ofCase = useAnswerOfCase();
  const answer = useAct('incident.answerForParty');
  const chosen = Object.fromEntries(party.questions.map(({ key, own }) => [key, own?.answer ?? 'asCase']));
  const form = useForm({
    // One entry for each of the party's questions.
    initial: { ...(chosen as Record<QuestionKey, Choice | ''>), reason: '' },
    version: record.version,
    submit: ({ reason, ...values }, circumstances) => {
      const answers = party.questions
        .filter(({ key }) => values[key] !== chosen[key])
        .map(({ key }) => {
          const value = values[key];
          return {
            question: key as Exclude<QuestionKey, 'protectiveSecurity'>, // which is asked of the case alone
            answer: value === 'asCase' || value === '' ? null : value,
          };
        });
      const partyId = party.id as Id<'IncidentParty'>; // of this very case
      return answer.run({ id: record.id, input: { partyId, answers, reason }, ...circumstances });
    },
    onSaved: onClose,
  });
  const labels = Object.fromEntries(party.questions.map(({ key, question }) => [key, question]));
  return (
    <Dialog title={texts.title(party.name)} isOpen onClose={onClose} size="wide">
      <p>{texts.lead}</p>
      <Form
        form={form}
        submitLabel={texts.save}
        labels={{ ...labels, reason: texts.reason }}
        secondary={<Button onClick={onClose}>{cancel}</Button>}
      >
        {party.questions.map((question) => (
          <RadioGroup<Choice>
            key={question.key}
            {...form.field(question.key)}
            label={question.question}
            options={[{ value: 'asCase', label: texts.asCase(ofCase(question)) }, ...optionsOf(ongoing)]}
          />
        ))}
        <TextArea {...form.field('reason')} label={texts.reason} rows={2} maxLength={1000} />
      </Form>
    </Dialog>
  );
}
