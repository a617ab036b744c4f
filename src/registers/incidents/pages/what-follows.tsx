import { formatMoment } from '../../../kernel/format.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { incidentTexts } from '../incident.texts.ts';
import { useFigureWords } from './merge-questions.tsx';
import { partyPagesTexts } from './party-pages.texts.ts';

type Answer = ViewMap['incident.merging']['answer'];

interface Props {
  readonly caseId: string;
  readonly intoId: Id<'Incident'>;
}

/** What is going to follow the case into the one that has been chosen, and what the two say differently. */
export function WhatFollows({ caseId, intoId }: Props) {
  const view = useView('incident.merging', { id: caseId, query: { intoId }, isOfNow: true });
  return <Loaded view={view}>{(answer) => <Told answer={answer} />}</Loaded>;
}

function Told({ answer }: { readonly answer: Answer }) {
  const { merging: texts } = useTexts(partyPagesTexts);
  const lines = useCarriedLines(answer);
  const differing = useDifferingLines(answer);
  return (
    <>
      <Notice title={texts.title}>
        {lines.length === 0 ? <p>{texts.nothing}</p> : <Lines lines={lines} />}
        <p>{texts.stays}</p>
      </Notice>
      {differing.length === 0 ? null : (
        <Notice kind="warning" title={texts.asked}>
          <Lines lines={differing} />
          <p>{texts.askedLead}</p>
        </Notice>
      )}
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function useCarriedLines({ parties, answers, figures }: Answer): readonly string[] {
  const { merging: texts } = useTexts(partyPagesTexts);
  const { ongoing, fields } = useTexts(incidentTexts);
  const language = useLanguage();
  const figureWords = useFigureWords();
  const of = (what: string, party: string | null) => (party === null ? what : texts.ofParty(what, party));
  return [
    ...parties.map(({ name, isNew, knowledgeAt }) => {
      if (knowledgeAt === null) return isNew ? texts.joins(name) : texts.changesOnly(name);
      const moment = formatMoment(knowledgeAt, language);
      return isNew ? texts.joinsKnowing(name, moment) : texts.changes(name, moment);
    }),
    ...answers.map(({ party, question, answer }) => texts.answered(of(question, party), ongoing[answer])),
    ...figures.map((one) =>
      texts.fact(of(fields[`figure.${one.measure}`], one.party), figureWords(one, one.value, one.isEstimate)),
    ),
  ];
}

function useDifferingLines({ differs }: Answer): readonly string[] {
  const { merging: texts } = useTexts(partyPagesTexts);
  const { ongoing, fields } = useTexts(incidentTexts);
  const figureWords = useFigureWords();
  const of = (what: string, party: string | null) => (party === null ? what : texts.ofParty(what, party));
  // In the dialog ”here” is the case that goes, and ”there” the one that stays: the other way than in the answer.
  return [
    ...differs.answers.map(({ party, question, here, there }) =>
      texts.both(of(question, party), ongoing[here], ongoing[there]),
    ),
    ...differs.figures.map((one) =>
      texts.both(
        `${of(fields[`figure.${one.measure}`], one.party)}.`,
        figureWords(one, one.here),
        figureWords(one, one.there, one.isEstimate),
      ),
    ),
  ];
}
