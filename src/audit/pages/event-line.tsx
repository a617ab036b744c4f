import { formatMoment, formatNumber } from '../../kernel/format.ts';
import type { ViewMap } from '../../ui/api-types.ts';
import { useLanguage, useTexts } from '../../ui/language.tsx';
import { Link } from '../../ui/link.tsx';
import './event-line.css';
import { logPagesTexts } from './pages.texts.ts';
import { recordPath } from './record-path.ts';

export type ToldEvent = ViewMap['audit.history']['answer']['items'][number];
type Detail = ToldEvent['details'][number];

/** From how many values on a list of only new values is folded: a record that was entered is read on its page. */
const foldFrom = 4;
/** Characters from which a value is folded. */
const longText = 160;

type EventLineProps = {
  readonly event: ToldEvent;
  /** Say which record it is about: needed where several records are listed together. */
  readonly isOfMany?: boolean;
  /** Link to the event's own page. */
  readonly hasPage?: boolean;
  /** More about who it was, as her office. */
  readonly who?: string;
};

/** One event as a sentence, with what it changed under it. */
export function EventLine({ event, isOfMany = false, hasPage = false, who = '' }: EventLineProps) {
  const texts = useTexts(logPagesTexts).event;
  const language = useLanguage();
  const when = <time dateTime={event.at}>{formatMoment(event.at, language)}</time>;
  return (
    <li className="event">
      <p>
        <strong>{event.actor.name}</strong>
        {who === '' ? '' : ` (${who})`} {event.phrase}
        {isOfMany ? <About event={event} /> : null}
      </p>
      <p className="event-when">
        {hasPage ? (
          <Link to={`/loggen/${event.id}`} aria-label={`${texts.show}, ${formatMoment(event.at, language)}`}>
            {when}
          </Link>
        ) : (
          when
        )}
        {event.number === null ? <span> · {texts.notSealed}</span> : null}
      </p>
      <Erased event={event} />
      <Details details={event.details} />
      {event.reason === null ? null : <Told term={texts.reason} text={event.reason} />}
      {event.purpose === null ? null : <Told term={texts.purpose} text={event.purpose} />}
    </li>
  );
}

/** The record that the event is about, as a link to it, and others that it concerns. */
function About({ event }: { readonly event: ToldEvent }) {
  const texts = useTexts(logPagesTexts).event;
  const language = useLanguage();
  const own =
    event.record === null || event.recordName === null
      ? []
      : [
          {
            to: event.isOutOfSight ? undefined : recordPath(event.register, event.record),
            key: event.record,
            name: event.recordName,
          },
        ];
  const others = event.others.map(({ register, id, name }) => ({
    to: recordPath(register, id),
    key: `${register}:${id}`,
    name,
  }));
  const records = [...own, ...others];
  if (records.length === 0) return null;
  return (
    <>
      {': '}
      {records.map(({ to, key, name }, index) => (
        <span key={key}>
          {index === 0 ? '' : ', '}
          {to === undefined ? name : <Link to={to}>{name}</Link>}
        </span>
      ))}
      {event.moreOthers === 0 ? '' : ` ${texts.more(formatNumber(event.moreOthers, language))}`}
    </>
  );
}

/** That the content is gone, and by which decision. */
export function Erased({ event }: { readonly event: Pick<ToldEvent, 'erased'> }) {
  const texts = useTexts(logPagesTexts).event;
  if (event.erased === null) return null;
  const { decision } = event.erased;
  return <p className="soft">{decision === null ? texts.erasedWithout : texts.erased(decision)}</p>;
}

function Told({ term, text }: { readonly term: string; readonly text: string }) {
  return (
    <p className="event-told">
      {term}: <Value text={text} />
    </p>
  );
}

function Details({ details }: { readonly details: readonly Detail[] }) {
  const texts = useTexts(logPagesTexts).event;
  const language = useLanguage();
  if (details.length === 0) return null;
  const list = (
    <dl className="event-details">
      {details.map((detail) => (
        <div key={detail.label}>
          <dt>{detail.label}</dt>
          <dd>
            <FromTo detail={detail} />
          </dd>
        </div>
      ))}
    </dl>
  );
  if (details.length < foldFrom || details.some((detail) => detail.from !== null)) return list;
  return (
    <details>
      <summary>{texts.facts(formatNumber(details.length, language))}</summary>
      {list}
    </details>
  );
}

/** What a value was and what it became; only the new one where there was none before. */
function FromTo({ detail: { from, to } }: { readonly detail: Detail }) {
  const texts = useTexts(logPagesTexts).event;
  if (from === null) return <Value text={to ?? ''} />;
  if (to === null) {
    return (
      <>
        <Value text={from} /> <span className="soft">({texts.removed})</span>
      </>
    );
  }
  return (
    <>
      <Value text={from} />{' '}
      <span className="soft">
        <span aria-hidden="true">→</span>
        <span className="visually-hidden">{texts.became}</span>
      </span>{' '}
      <Value text={to} />
    </>
  );
}

function Value({ text }: { readonly text: string }) {
  const texts = useTexts(logPagesTexts).event;
  if (text.length < longText) return text;
  return (
    <details>
      <summary>{texts.longText}</summary>
      {text}
    </details>
  );
}
