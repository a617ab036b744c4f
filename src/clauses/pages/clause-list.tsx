import { Loaded } from '../../ui/error-page.tsx';
import { useView } from '../../ui/hooks.ts';
import { useTexts } from '../../ui/language.tsx';
import { Link } from '../../ui/link.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { ShareFigure, VerdictMark } from '../../ui/verdict-mark.tsx';
import { sections } from '../clause.ts';
import { clauseTexts } from '../clause.texts.ts';
import { useAddress } from './address.ts';
import type { ClauseItem } from './answers.ts';
import './clause.css';
import { clausePagesTexts } from './pages.texts.ts';
import { useResponsible } from './responsible.ts';
import { rowsPath } from './rows.ts';

/** Every clause, under the policy's own sections: how it stands, its figure, and who answers for it. */
export default function ClauseList() {
  const texts = useTexts(clausePagesTexts).clause;
  const words = useTexts(clauseTexts);
  const policyTitle = useTexts(clausePagesTexts).policy.title;
  const asOf = useAddress().read('asOf');
  const view = useView('clauses.list', { query: { asOf } });
  return (
    <Page
      title={texts.listTitle}
      lead={texts.listLead}
      breadcrumbs={[{ label: policyTitle, to: '/policyn' }]}
    >
      <Loaded view={view}>
        {({ items }) =>
          sections.map((section) => (
            <Section key={section} title={words.sections[section]}>
              <ul className="clause-rows">
                {items
                  .filter((item) => item.section === section)
                  .map((item) => (
                    <ClauseRow key={item.number} item={item} asOf={asOf} />
                  ))}
              </ul>
            </Section>
          ))
        }
      </Loaded>
    </Page>
  );
}

function ClauseRow({ item, asOf }: { readonly item: ClauseItem; readonly asOf: string }) {
  const texts = useTexts(clausePagesTexts);
  const responsible = useResponsible();
  return (
    <li className="clause-row">
      <span className="clause-row-number number faint">{item.number}</span>
      <span className="clause-row-title">
        <Link to={`/krav/${item.number}${asOf === '' ? '' : `?asOf=${asOf}`}`}>{item.title}</Link>
        <span className="clause-row-who">
          {responsible(item.responsible)}
          {item.strength === 'bor' ? ` · ${texts.note.recommendation}` : ''}
        </span>
      </span>
      <span className="clause-row-figure">
        {item.denominator === 0 ? null : (
          <ShareFigure
            numerator={item.numerator}
            denominator={item.denominator}
            to={rowsPath(item, asOf)}
            label={texts.note.rows(item.title)}
          />
        )}
      </span>
      <span className="clause-row-mark">
        <VerdictMark verdict={item.verdict} />
      </span>
    </li>
  );
}
