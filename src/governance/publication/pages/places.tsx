import { useEffect, useState } from 'react';
import { formatLongDate, formatMoment, formatNumber } from '../../../kernel/format.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { VerdictMark } from '../../../ui/verdict-mark.tsx';
import { publicationTexts } from '../publication.texts.ts';
import { publicationPagesTexts } from './pages.texts.ts';
import './publishing.css';

type Places = ViewMap['publicationPlace.list']['answer'];
type Place = Places['items'][number];
type PlaceKind = Place['kind'];

/** How often (ms) it is asked whether a check that somebody waits for has been made. */
const askEvery = 2000;

/** Where people can read the policy: what Värna itself saw there, or who has attested it. */
export function PublicationPlaces() {
  const texts = useTexts(publicationPagesTexts).places;
  const view = useView('publicationPlace.list');
  const [isOpen, setOpen] = useState(false);
  const mayKeep = view.data?.may.keep === true;
  const isWaiting = view.data?.items.some((place) => place.isWaiting) === true;
  const { reload } = view;
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(reload, askEvery);
    return () => clearInterval(timer);
  }, [isWaiting, reload]);
  const action =
    mayKeep && !isOpen ? (
      <Button size="small" onClick={() => setOpen(true)}>
        {texts.add}
      </Button>
    ) : undefined;
  return (
    <Section title={texts.title} lead={texts.lead} action={action}>
      {isOpen ? <PlaceForm onDone={() => setOpen(false)} /> : null}
      <Loaded view={view}>
        {({ items, may }) =>
          items.length === 0 ? (
            <p className="soft">{texts.none}</p>
          ) : (
            <ul className="version-list">
              {items.map((place) => (
                <PlaceRow key={place.id} place={place} may={may} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

function PlaceRow({ place, may }: { readonly place: Place; readonly may: Places['may'] }) {
  const texts = useTexts(publicationPagesTexts).places;
  const { kinds } = useTexts(publicationTexts);
  const check = useAct('publicationPlace.requestCheck');
  const attest = useAct('publicationPlace.attest');
  const end = useAct('publicationPlace.end');
  const problem = check.problem ?? attest.problem ?? end.problem;
  // A refusal is shown below, from the action's own state.
  const run = (act: typeof attest) => void act.run({ id: place.id, input: {} }).catch(() => undefined);
  return (
    <li className="version-row">
      <div>
        <p className="version-title">
          {place.name} <span className="soft">– {kinds[place.kind]}</span>
        </p>
        <p>
          {place.address.startsWith('/') ? (
            <a href={place.address}>{place.address}</a>
          ) : (
            <Link to={place.address}>{place.address}</Link>
          )}
        </p>
        <PlaceState place={place} />
        {problem === undefined ? null : (
          <Notice kind="danger" isNews>
            {problem.message}
          </Notice>
        )}
      </div>
      <div className="row">
        {may.attest ? (
          <Button
            size="small"
            isBusy={check.isRunning}
            disabledReason={place.isWaiting ? texts.waiting : undefined}
            onClick={() => void check.run({ id: place.id, input: {} }).catch(() => undefined)}
          >
            {texts.check}
            <span className="visually-hidden"> {place.name}</span>
          </Button>
        ) : null}
        {may.attest && place.kind === 'intranet' ? (
          <Button size="small" isBusy={attest.isRunning} onClick={() => run(attest)}>
            {texts.attest}
          </Button>
        ) : null}
        {may.keep ? (
          <Button size="small" look="quiet" isBusy={end.isRunning} onClick={() => run(end)}>
            {texts.end}
            <span className="visually-hidden"> {place.name}</span>
          </Button>
        ) : null}
      </div>
    </li>
  );
}

/** What is known of a place: Värna's own reading of it, what to do about it, and the latest attestation. */
function PlaceState({ place }: { readonly place: Place }) {
  const texts = useTexts(publicationPagesTexts).places;
  const { outcomes, advice } = useTexts(publicationTexts);
  const language = useLanguage();
  const { checkedAt, outcome, attestedOn, isOutdated } = place;
  const attested = attestedOn === null ? null : texts.attested(formatLongDate(attestedOn, language));
  if (checkedAt === null || outcome === null)
    return <p className="soft">{[texts.notChecked, attested].filter((part) => part !== null).join(' · ')}</p>;
  const isGood = !isOutdated && (outcome === 'same' || outcome === 'embedded');
  const told = [texts.checked(formatMoment(checkedAt, language)), attested].filter((part) => part !== null);
  return (
    <>
      <p>
        <VerdictMark verdict={isOutdated ? 'undetermined' : isGood ? 'met' : 'not_met'} isBare />{' '}
        {isOutdated ? texts.outdated : outcomes[outcome]}. <span className="soft">{told.join(' · ')}</span>
      </p>
      {isOutdated ? null : <PlaceFound place={place} />}
      {isOutdated || advice[outcome] === '' ? null : <p>{advice[outcome]}</p>}
    </>
  );
}

/** How much of the text stood there, and where it first was something else. */
function PlaceFound({ place }: { readonly place: Place }) {
  const texts = useTexts(publicationPagesTexts).places;
  const language = useLanguage();
  const { outcome, status, sentences, found, missing } = place;
  if (status !== null) return <p className="soft">{texts.status(String(status))}</p>;
  if (outcome !== 'differs' || sentences === null || found === null) return null;
  return (
    <>
      <p>{texts.found(formatNumber(found, language), formatNumber(sentences, language))}</p>
      {missing === null ? null : (
        <>
          <p className="soft">{texts.missing}</p>
          <blockquote className="document place-missing" lang="sv">
            {missing}
          </blockquote>
        </>
      )}
    </>
  );
}

function PlaceForm({ onDone }: { readonly onDone: () => void }) {
  const texts = useTexts(publicationPagesTexts).places;
  const { kinds } = useTexts(publicationTexts);
  const register = useAct('publicationPlace.register');
  const initial: { kind: PlaceKind | ''; name: string; address: string } = {
    kind: 'website',
    name: '',
    address: '/policy',
  };
  const form = useForm({
    initial,
    submit: ({ kind, name, address }, circumstances) =>
      register.run({ input: { kind: kind === '' ? 'website' : kind, name, address }, ...circumstances }),
    onSaved: onDone,
  });
  return (
    <Form
      form={form}
      submitLabel={texts.save}
      secondary={
        <Button look="quiet" onClick={onDone}>
          {texts.cancel}
        </Button>
      }
    >
      <RadioGroup
        {...form.field('kind')}
        label={texts.kind}
        options={[
          { value: 'website', label: kinds.website },
          { value: 'intranet', label: kinds.intranet },
        ]}
      />
      <TextField {...form.field('name')} label={texts.name} hint={texts.nameHint} />
      <TextField {...form.field('address')} label={texts.address} hint={texts.addressHint} />
    </Form>
  );
}
