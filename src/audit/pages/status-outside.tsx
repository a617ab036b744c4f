import { formatMoment, formatNumber } from '../../kernel/format.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { useView } from '../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../ui/language.tsx';
import { Link } from '../../ui/link.tsx';
import { Section } from '../../ui/page.tsx';
import { logPagesTexts } from './pages.texts.ts';

/** How the log came out when it was verified last; nothing for those who may not see it. */
export function LatestVerification() {
  const texts = useTexts(logPagesTexts).status;
  const language = useLanguage();
  const { data } = useView('logVerification.list');
  if (data === undefined) return null;
  const latest = data.items.find((row) => row.verifiedAt !== null);
  const all = <Link to="/loggen/kontroller">{texts.allVerifications}</Link>;
  return (
    <Section title={texts.verification} action={all}>
      {latest?.verifiedAt == null ? (
        <p>{texts.notVerified}</p>
      ) : (
        <DefinitionList
          facts={[
            { term: texts.verifiedAt, value: formatMoment(latest.verifiedAt, language) },
            {
              term: texts.outcome,
              value:
                latest.isWhole === true
                  ? texts.whole
                  : texts.faults(formatNumber(latest.findingCount, language)),
            },
          ]}
        />
      )}
    </Section>
  );
}

/** Who keeps heads of the log outside, and when one last reached them. */
export function Witnesses() {
  const texts = useTexts(logPagesTexts).status;
  const language = useLanguage();
  const { data } = useView('witness.list');
  if (data === undefined) return null;
  // The public page is always there, and is nobody outside.
  const outside = data.items.filter((row) => row.isActive && row.kind !== 'public');
  const all = <Link to="/loggen/vittnen">{texts.allWitnesses}</Link>;
  return (
    <Section title={texts.witnesses} lead={texts.witnessesText} action={all}>
      {outside.length === 0 ? (
        <p>{texts.noWitness}</p>
      ) : (
        <DefinitionList
          facts={outside.map((row) => ({
            term: row.name,
            value: row.deliveredAt === null ? texts.never : formatMoment(row.deliveredAt, language),
          }))}
        />
      )}
    </Section>
  );
}
