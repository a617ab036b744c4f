import { Link } from '../../ui/link.tsx';
import { useTexts } from '../../ui/language.tsx';
import { ShareFigure, VerdictMark } from '../../ui/verdict-mark.tsx';
import type { ClauseItem, PolicySentence } from './answers.ts';
import { clausePagesTexts, policyTextTexts } from './pages.texts.ts';
import { isOpen } from './policy-text.ts';
import { ProposalWords } from './proposal-words.tsx';
import { useResponsible } from './responsible.ts';
import { rowsPath } from './rows.ts';

/** What the marks in the margin do when they are pressed. */
export type NoteActions = {
  readonly open: (number: string) => void;
  /** Only where the reader may say how a sentence is followed up. */
  readonly confirm?: ((sentence: PolicySentence) => void) | undefined;
  readonly tie?: ((sentence: PolicySentence) => void) | undefined;
};

type NoteProps = {
  readonly sentence: PolicySentence;
  /** The clauses of the sentence that the reader's selection shows. */
  readonly clauses: readonly ClauseItem[];
  readonly titleOf: (number: string) => string;
  readonly asOf: string;
  readonly actions: NoteActions;
};

/** What stands in the margin beside a sentence: each clause's mark, figure and office, or why there is none. */
export function DemandNote({ sentence, clauses, titleOf, asOf, actions }: NoteProps) {
  return (
    <span className="policy-note">
      {clauses.map((clause) => (
        <ClauseNote key={clause.number} clause={clause} asOf={asOf} open={actions.open} />
      ))}
      <Unsettled sentence={sentence} titleOf={titleOf} actions={actions} />
    </span>
  );
}

function ClauseNote(props: {
  readonly clause: ClauseItem;
  readonly asOf: string;
  readonly open: NoteActions['open'];
}) {
  const { clause, asOf, open } = props;
  const texts = useTexts(clausePagesTexts).note;
  const responsible = useResponsible();
  return (
    <span className="clause-note" data-verdict={clause.verdict}>
      <span className="clause-note-line">
        <button
          type="button"
          className="clause-note-mark"
          title={clause.title}
          onClick={() => open(clause.number)}
        >
          <VerdictMark verdict={clause.verdict} />
          <span className="visually-hidden"> – {texts.label(clause.title)}</span>
        </button>
        {clause.denominator === 0 ? null : (
          <ShareFigure
            numerator={clause.numerator}
            denominator={clause.denominator}
            to={rowsPath(clause, asOf)}
            label={texts.rows(clause.title)}
          />
        )}
        <Link
          className="clause-note-number"
          to={`/krav/${clause.number}${asOf === '' ? '' : `?asOf=${asOf}`}`}
        >
          {clause.number}
        </Link>
      </span>
      <span className="clause-note-who">
        {responsible(clause.responsible)}
        {clause.strength === 'bor' ? ` · ${texts.recommendation}` : ''}
      </span>
    </span>
  );
}

/** A proposal to confirm, a demand that nobody has tied, or one set aside with a reason. */
function Unsettled({ sentence, titleOf, actions }: Pick<NoteProps, 'sentence' | 'titleOf' | 'actions'>) {
  const texts = useTexts(clausePagesTexts).note;
  const { noDemand } = useTexts(policyTextTexts);
  const { confirm, tie } = actions;
  const responsible = useResponsible();
  if (sentence.proposal !== null) {
    return (
      <span className="clause-note" data-unsettled="proposed">
        <span className="clause-note-line">{texts.proposed}</span>
        <ProposalWords proposal={sentence.proposal} titleOf={titleOf} />
        {confirm === undefined || tie === undefined ? null : (
          <span className="clause-note-buttons">
            <button type="button" onClick={() => confirm(sentence)}>
              {texts.confirm}
            </button>
            <button type="button" onClick={() => tie(sentence)}>
              {texts.change}
            </button>
          </span>
        )}
      </span>
    );
  }
  if (sentence.attested)
    return (
      <span className="clause-note">
        <span className="clause-note-line">{texts.attested}</span>
        <span className="clause-note-who">{responsible(sentence.responsibleOffice ?? '')}</span>
      </span>
    );
  const isAside = sentence.setAsideReason !== null;
  if (!isAside && !isOpen(sentence)) return null;
  return (
    <span className="clause-note" data-unsettled={isAside ? 'aside' : 'open'}>
      <span className="clause-note-line">{isAside ? texts.setAside : texts.open}</span>
      {sentence.setAsideReason === null ? null : (
        <span className="clause-note-who">{reasonIn(sentence.setAsideReason, noDemand)}</span>
      )}
      {tie === undefined ? null : (
        <span className="clause-note-buttons">
          <button type="button" onClick={() => tie(sentence)}>
            {isAside ? texts.change : texts.tie}
          </button>
        </span>
      )}
    </span>
  );
}

/** An edition file says its reason by a code; a person says it in words. */
export function reasonIn(reason: string, words: Readonly<Record<string, string>>): string {
  return words[reason] ?? reason;
}
