import { typesetDecision } from '../../../kernel/decision-reference.ts';
import { formatNumber } from '../../../kernel/format.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Tag } from '../../../ui/verdict-mark.tsx';
import { retentionRuleTexts } from '../retention-rule.texts.ts';
import { retentionPagesTexts } from './pages.texts.ts';
import './retention.css';

export type RetentionAnswer = ViewMap['retentionRule.list']['answer'];
export type FamilyRow = RetentionAnswer['families'][number];
type Erased = ViewMap['retentionRule.erasures']['answer']['items'][number];

/** What has been decided on the log's content, family by family, and what has been erased by it. */
export default function RetentionPage() {
  const texts = useTexts(retentionPagesTexts);
  const view = useView('retentionRule.list');
  const erasures = useView('retentionRule.erasures');
  return (
    <Page title={texts.title} lead={texts.lead}>
      <p>{texts.what}</p>
      <Loaded view={view}>
        {(answer) => (
          <>
            <Section title={texts.rules}>
              <ul className="retention">
                {answer.families.map((row) => (
                  <Row key={row.family} row={row} mayEdit={answer.may.edit} />
                ))}
              </ul>
            </Section>
            <Ended rules={answer.ended} />
          </>
        )}
      </Loaded>
      <Section title={texts.erased}>
        <Loaded view={erasures}>{({ items }) => <ErasedTable items={items} />}</Loaded>
      </Section>
    </Page>
  );
}

function Row({ row, mayEdit }: { readonly row: FamilyRow; readonly mayEdit: boolean }) {
  const texts = useTexts(retentionPagesTexts);
  const { families } = useTexts(retentionRuleTexts);
  const { family, rule, proposed } = row;
  return (
    <li className="retention-family">
      <div>
        <h3>{families[family]}</h3>
        <p className="soft">{texts.ruleLead(texts.examples[family])}</p>
      </div>
      <div>
        {rule === null ? (
          <>
            <p>{texts.noRule}</p>
            <p className="soft">
              {proposed === null ? texts.proposedKeep : texts.proposed(texts.months(proposed))}{' '}
              {proposed === null ? null : <Tag>{texts.proposal}</Tag>}
            </p>
          </>
        ) : (
          <>
            <p>
              {texts.kept(texts.months(rule.months))} <Tag>{texts.states[rule.state]}</Tag>
            </p>
            <p className="soft">
              {typesetDecision(rule.decision)}, {texts.since(rule.from)}
            </p>
            {rule.note === '' ? null : <p className="soft">{rule.note}</p>}
          </>
        )}
      </div>
      <div>
        <LinkButton size="small" look="quiet" to={`/gallring-av-loggen/${family}`}>
          {mayEdit ? (rule === null ? texts.enter : texts.edit) : texts.look}
          <span className="visually-hidden"> {families[family]}</span>
        </LinkButton>
      </div>
    </li>
  );
}

function Ended({ rules }: { readonly rules: RetentionAnswer['ended'] }) {
  const texts = useTexts(retentionPagesTexts);
  const { families } = useTexts(retentionRuleTexts);
  if (rules.length === 0) return null;
  return (
    <Disclosure title={texts.ended}>
      <ul>
        {rules.map((rule) => (
          <li key={rule.id}>
            {families[rule.family]}: {texts.kept(texts.months(rule.months))}, {typesetDecision(rule.decision)}
            . {texts.until(rule.endedOn ?? '')}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function ErasedTable({ items }: { readonly items: readonly Erased[] }) {
  const language = useLanguage();
  const texts = useTexts(retentionPagesTexts);
  const { families, fields } = useTexts(retentionRuleTexts);
  const words: Readonly<Record<string, string>> = families;
  if (items.length === 0) return <p>{texts.noneErased}</p>;
  return (
    <ul className="retention">
      {items.map((row) => (
        <li className="retention-family" key={`${row.day} ${row.ruleId} ${row.decision}`}>
          <p>{row.day}</p>
          <p>
            {words[row.family] ?? row.family}: {texts.erasedRow(formatNumber(row.erased, language))}
          </p>
          <p className="soft">
            <span className="visually-hidden">{fields.decision}: </span>
            {typesetDecision(row.decision)}
          </p>
        </li>
      ))}
    </ul>
  );
}
