import { formatNumber } from '../../kernel/format.ts';
import { LinkButton } from '../../ui/button.tsx';
import { useView } from '../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../ui/language.tsx';
import { Section } from '../../ui/page.tsx';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { startTexts } from './start.texts.ts';
import { isWalked, type Progress, type StepState, stepsOf } from './steps.ts';

/** What the registers say now; undefined until all of them have answered. */
function useProgress(): Progress | undefined {
  const units = useView('unit.list').data;
  const people = useView('person.list').data;
  const appointments = useView('appointment.list').data;
  const policy = useView('document.policy').data;
  const information = useView('information.list').data;
  const clauses = useView('clauses.list').data;
  if (
    units === undefined ||
    people === undefined ||
    appointments === undefined ||
    policy === undefined ||
    information === undefined ||
    clauses === undefined
  )
    return undefined;
  const state = policy.policy?.state;
  return {
    units: units.total,
    people: people.total,
    appointments: appointments.total,
    policy: state === undefined ? 'none' : state === 'draft' ? 'draft' : 'adopted',
    information: information.total,
    // P40 counts the information that is classified.
    classified: clauses.items.find((clause) => clause.number === 'P40')?.numerator ?? 0,
  };
}

/** The guided path: five steps with what the registers say of each, until all have been taken. */
export function GuidedPath() {
  const texts = useTexts(startTexts).path;
  const language = useLanguage();
  const progress = useProgress();
  if (progress === undefined || isWalked(progress)) return null;
  const all = stepsOf(progress);
  const done = all.filter((one) => one.state === 'done').length;
  return (
    <Section
      title={texts.title}
      lead={texts.lead}
      action={
        <span className="soft">
          {texts.progress(formatNumber(done, language), formatNumber(all.length, language))}
        </span>
      }
    >
      <ol className="path">
        {all.map((one) => (
          <StepRow key={one.step} {...one} />
        ))}
      </ol>
    </Section>
  );
}

function StepRow({ step, state, to }: StepState) {
  const texts = useTexts(startTexts).path;
  const words = texts[step];
  return (
    <li className="path-step" data-state={state}>
      <div className="path-words">
        <h3>
          {words.title}
          <span className="path-mark">
            {state === 'done' ? <VerdictMark verdict="met" isBare /> : null} {texts[state]}
          </span>
        </h3>
        {state === 'done' ? null : (
          <p className="soft">
            {words.why} {state === 'next' ? words.what : null}
          </p>
        )}
      </div>
      {state === 'done' ? null : (
        <LinkButton to={to} look={state === 'next' ? 'primary' : 'plain'} size="small">
          {words.button}
        </LinkButton>
      )}
    </li>
  );
}
