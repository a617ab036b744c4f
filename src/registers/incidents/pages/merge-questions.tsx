import type { ReactNode } from 'react';
import type { ImpactMeasure } from '../../../duties/case-facts.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { useAct } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ActProblem, isShown } from '../../information/pages/act-problem.tsx';
import { figureText } from '../figure-text.ts';
import { incidentTexts } from '../incident.texts.ts';
import type { CaseRecord } from './case-record.ts';
import { useUnitOf } from './figures.tsx';
import { partyPagesTexts } from './party-pages.texts.ts';

type Answer = ViewMap['incident.duties']['answer'];
type Disputes = Answer['disputes'][number];

interface Props {
  readonly record: CaseRecord;
  readonly answer: Answer;
}

/** A figure with its unit; null is said as nothing. */
export function useFigureWords() {
  const { figures, merging } = useTexts(partyPagesTexts);
  const language = useLanguage();
  const unitOf = useUnitOf();
  return ({ measure }: { readonly measure: ImpactMeasure }, value: number | null, isEstimate = false) => {
    if (value === null) return merging.none;
    const figure = `${figureText(value, language)} ${unitOf(measure)}`;
    return isEstimate ? figures.estimated(figure) : figure;
  };
}

/** What merged cases say differently, as questions: whoever works on the case says which holds. */
export function MergeQuestions({ record, answer }: Props) {
  return (
    <>
      {answer.disputes.map((disputes) => (
        <OfCase key={disputes.caseId} record={record} disputes={disputes} />
      ))}
    </>
  );
}

function OfCase({ record, disputes }: { readonly record: CaseRecord; readonly disputes: Disputes }) {
  const { merging: texts } = useTexts(partyPagesTexts);
  const { ongoing, fields } = useTexts(incidentTexts);
  const figureWords = useFigureWords();
  const of = (what: string, party: string | null) => (party === null ? what : texts.ofParty(what, party));
  const settle = useSettling(record, disputes);
  const number = disputes.number ?? '';
  const isOpen = record.may.answer.allowed;
  return (
    <Notice kind="warning" title={texts.question(number)}>
      {settle.problems}
      <ul className="things">
        {disputes.answers.map((one) => (
          <Choice
            key={`${one.key} ${one.partyId}`}
            what={of(one.question, one.party)}
            here={texts.ours(ongoing[one.here])}
            there={texts.theirs(ongoing[one.there], number)}
            choose={isOpen ? (isHere) => settle.answer(one, isHere ? one.here : one.there) : null}
          />
        ))}
        {disputes.figures.map((one) => (
          <Choice
            key={`${one.measure} ${one.partyId}`}
            what={of(fields[`figure.${one.measure}`], one.party)}
            here={texts.ours(figureWords(one, one.here))}
            there={texts.theirs(figureWords(one, one.there, one.isEstimate), number)}
            choose={isOpen ? (isHere) => settle.figure(one, isHere) : null}
          />
        ))}
      </ul>
    </Notice>
  );
}

interface ChoiceProps {
  readonly what: string;
  readonly here: string;
  readonly there: string;
  /** Null: not hers to say. */
  readonly choose: ((isHere: boolean) => void) | null;
}

function Choice({ what, here, there, choose }: ChoiceProps) {
  return (
    <li className="thing">
      <div className="thing-words">
        <p>{what}</p>
        {choose === null ? <p className="soft">{`${here}; ${there}`}</p> : null}
      </div>
      {choose === null
        ? null
        : [here, there].map((words) => (
            <Button key={words} size="small" onClick={() => choose(words === here)}>
              {words}
              <span className="visually-hidden"> {what}</span>
            </Button>
          ))}
    </li>
  );
}

/** Says which holds, by the same steps as any answer or figure: it then stands with who said it and when. */
function useSettling({ id, version }: CaseRecord, { number }: Disputes) {
  const { merging: texts } = useTexts(partyPagesTexts);
  const answer = useAct('incident.answer');
  const own = useAct('incident.answerForParty');
  const state = useAct('incident.stateFigures');
  const problems: ReactNode = [answer, own, state].map(({ problem }, index) => (
    <ActProblem key={index} problem={problem} />
  ));
  return {
    problems,
    answer: ({ partyId, key }: Disputes['answers'][number], said: 'yes' | 'no' | 'unknown') => {
      if (partyId === null) {
        const input = { answers: [{ question: key, answer: said }] };
        void answer.run({ id, version, input }).catch(isShown);
      } else if (key !== 'protectiveSecurity') {
        const answers = [{ question: key, answer: said }];
        const input = {
          partyId: partyId as Id<'IncidentParty'>,
          answers,
          reason: texts.settled(number ?? ''),
        }; // of this case's
        void own.run({ id, version, input }).catch(isShown);
      }
    },
    figure: ({ partyId, measure, here, there, isEstimate }: Disputes['figures'][number], isHere: boolean) => {
      const value = isHere ? here : there;
      const said = {
        measure,
        value: value === null ? null : String(value),
        isEstimate: !isHere && isEstimate,
      };
      const input = { partyId: partyId as Id<'IncidentParty'> | null, figures: [said] }; // of this case's
      void state.run({ id, version, input }).catch(isShown);
    },
  };
}
