import { useTexts } from '../../ui/language.tsx';
import type { PolicySentence } from './answers.ts';
import { clausePagesTexts, policyTextTexts } from './pages.texts.ts';
import { useResponsible } from './responsible.ts';
import './policy.css';

type Proposal = NonNullable<PolicySentence['proposal']>;

type ProposalProps = { readonly proposal: Proposal; readonly titleOf: (number: string) => string };

/** How a demand is proposed to be followed up, by whom, and which of its words speak for it. */
export function ProposalWords({ proposal, titleOf }: ProposalProps) {
  const texts = useTexts(clausePagesTexts).proposal;
  const { noDemand } = useTexts(policyTextTexts);
  const responsible = useResponsible();
  const { way, clauses, office, reason, words } = proposal;
  return (
    <>
      {clauses.map((number) => (
        <span className="clause-note-who" key={number}>
          {titleOf(number)} <span className="clause-note-number">{number}</span>
        </span>
      ))}
      {way === 'attest' ? <span className="clause-note-who">{texts.attest}</span> : null}
      {way === 'aside' ? <span className="clause-note-who">{texts.aside}</span> : null}
      {office === null ? null : <span className="clause-note-who">{texts.answers(responsible(office))}</span>}
      <span className="clause-note-who">
        {reason === null ? (words.length === 0 ? texts.unlike : texts.because(words)) : noDemand[reason]}
      </span>
    </>
  );
}
