import type { ViewMap } from '../../ui/api-types.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Loaded } from '../../ui/error-page.tsx';
import { useView } from '../../ui/hooks.ts';
import { useTexts } from '../../ui/language.tsx';
import { Link } from '../../ui/link.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { tracks, type Verification, verificationStates } from '../duty.ts';
import { dutyTexts } from '../duty.texts.ts';
import './duties.css';
import { dutyPagesTexts } from './pages.texts.ts';
import { Sureness } from './sureness.tsx';
import { useTimeWords } from './term-words.ts';

type DutyRow = ViewMap['duty.list']['answer']['items'][number];

/** What the law asks, law by law: when it arises, how long, whom to tell, and how sure we are of it. */
export default function DutyList() {
  const texts = useTexts(dutyPagesTexts);
  const words = useTexts(dutyTexts);
  const view = useView('duty.list');
  const tryIt = (
    <LinkButton look="primary" to="/plikter/prova">
      {texts.tryIt}
    </LinkButton>
  );
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      primary={tryIt}
      more={[{ key: 'data', label: texts.data, to: '/plikter/tider-och-mottagare' }]}
    >
      <p className="soft">
        {texts.notAdvice} <Link to="/plikter/tider-och-mottagare">{texts.data}</Link>
      </p>
      <Loaded view={view}>
        {({ items }) =>
          tracks.map((track) => (
            <Section key={track} title={words.tracks[track]}>
              <ul className="duty-rows">
                {items
                  .filter((duty) => duty.track === track)
                  .map((duty) => (
                    <Row key={duty.number} duty={duty} />
                  ))}
              </ul>
            </Section>
          ))
        }
      </Loaded>
    </Page>
  );
}

function Row({ duty }: { readonly duty: DutyRow }) {
  const texts = useTexts(dutyPagesTexts);
  const timeOf = useTimeWords();
  return (
    <li className="duty-row">
      <span className="duty-number number faint">{duty.number}</span>
      <div className="duty-words">
        <Link to={`/plikter/${duty.number}`}>{duty.title}</Link>
        <p className="duty-when">{duty.when}</p>
      </div>
      <div className="duty-facts">
        {duty.stages.map((stage) => (
          <p key={stage.key}>
            <span className="duty-time">{timeOf(stage.term, stage.start)}</span>
            <span className="duty-recipient">{stage.recipient?.name ?? texts.noRecipient}</span>
          </p>
        ))}
        <Sureness verification={duty.verification} />
        {unsureOf(duty).map((recipient) => (
          <Sureness key={recipient.key} verification={recipient.verification} about={texts.recipient} />
        ))}
      </div>
    </li>
  );
}

/** The recipients that are less sure than the duty itself: each of them once. */
function unsureOf({ stages, verification }: DutyRow) {
  const less = stages.flatMap(({ recipient }) =>
    recipient !== null && rank(recipient.verification) > rank(verification) ? [recipient] : [],
  );
  return less.filter((one, index) => less.findIndex((other) => other.key === one.key) === index);
}

function rank({ state }: Verification): number {
  return verificationStates.indexOf(state);
}
