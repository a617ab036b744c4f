import { formatNumber } from '../../kernel/format.ts';
import { useView } from '../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../ui/language.tsx';
import { Link } from '../../ui/link.tsx';
import { startTexts } from './start.texts.ts';

/** The policy in force, in one line, with how many of its demands are met. */
export function PolicyLine() {
  const texts = useTexts(startTexts);
  const language = useLanguage();
  const policy = useView('document.policy').data;
  const clauses = useView('clauses.list').data?.items;
  if (policy === undefined || clauses === undefined) return null;
  const { policy: text } = policy;
  if (text === null) return <p className="policy-line">{texts.policyNone}</p>;
  const met = clauses.filter((clause) => clause.verdict === 'met').length;
  const figure = texts.policyFigure(formatNumber(met, language), formatNumber(clauses.length, language));
  return (
    <p className="policy-line">
      <span className="soft">{texts.policyLabel}: </span>
      {text.decision === null ? (
        <>
          {texts.policyDraft(text.document.title)} <Link to={`/styrdokument/${text.id}`}>{figure}</Link>
        </>
      ) : (
        <>
          {text.document.title}, {texts.policyAdopted(text.decision)}. <Link to="/policyn">{figure}</Link>
        </>
      )}
    </p>
  );
}
