import { History } from '../../audit/pages/history.tsx';
import { holds } from '../../kernel/calendar.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Loaded } from '../../ui/error-page.tsx';
import { useView } from '../../ui/hooks.ts';
import { useTexts } from '../../ui/language.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Tag } from '../../ui/verdict-mark.tsx';
import { recipientKeys, termKeys, type Verification } from '../duty.ts';
import { dutyTexts } from '../duty.texts.ts';
import './duties.css';
import { dutyPagesTexts } from './pages.texts.ts';
import { Sureness } from './sureness.tsx';
import { useTermWords } from './term-words.ts';

/** Every term and every recipient as they hold today, each with the way to change it. */
export default function DataPage() {
  const texts = useTexts(dutyPagesTexts);
  const words = useTexts(dutyTexts);
  const terms = useView('dutyTerm.list');
  const recipients = useView('dutyRecipient.list');
  const lengthOf = useTermWords();
  return (
    <Page
      title={texts.data}
      lead={texts.dataLead}
      breadcrumbs={[{ label: texts.title, to: '/plikter' }]}
      aside={
        <>
          <History register="dutyTerm" />
          <History register="dutyRecipient" />
        </>
      }
    >
      <Section title={texts.terms}>
        <Loaded view={terms}>
          {({ items, today }) => (
            <ul className="duty-rows">
              {termKeys.map((key) => {
                const row = items.find((one) => one.key === key && holds(one, today));
                return (
                  <Row
                    key={key}
                    name={words.termKeys[key]}
                    value={row === undefined ? texts.noTerm : lengthOf(row)}
                    row={row}
                    to={`/plikter/tider/${key}`}
                  />
                );
              })}
            </ul>
          )}
        </Loaded>
      </Section>
      <Section title={texts.recipients}>
        <Loaded view={recipients}>
          {({ items, today }) => (
            <ul className="duty-rows">
              {recipientKeys.map((key) => {
                const row = items.find((one) => one.key === key && holds(one, today));
                return (
                  <Row
                    key={key}
                    name={words.recipientKeys[key]}
                    value={row?.name ?? texts.noRecipient}
                    row={row}
                    to={`/plikter/mottagare/${key}`}
                  />
                );
              })}
            </ul>
          )}
        </Loaded>
      </Section>
    </Page>
  );
}

interface RowProps {
  readonly name: string;
  readonly value: string;
  readonly row: { readonly id: string | null; readonly verification: Verification } | undefined;
  readonly to: string;
}

function Row({ name, value, row, to }: RowProps) {
  const texts = useTexts(dutyPagesTexts);
  return (
    <li className="duty-datum">
      <div className="duty-words">
        <strong>{name}</strong>
        <p className="duty-when">{value}</p>
      </div>
      <div className="duty-facts">
        {row === undefined ? null : <Sureness verification={row.verification} />}
        {row === undefined || row.id === null ? null : <Tag>{texts.own}</Tag>}
      </div>
      <LinkButton size="small" look="quiet" to={to}>
        {texts.change}
        <span className="visually-hidden"> {name}</span>
      </LinkButton>
    </li>
  );
}
