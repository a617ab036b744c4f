import { useState } from 'react';
import { formatLongDate, formatMoment } from '../../../kernel/format.ts';
import { publicationTexts } from '../../publication/publication.texts.ts';
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
import { documentPagesTexts } from './pages.texts.ts';

type Places = ViewMap['publicationPlace.list']['answer'];
type Place = Places['items'][number];
type PlaceKind = Place['kind'];

/** Where people can read the policy: what Värna itself saw there, or who has attested it. */
export function PublicationPlaces({ inForceHash }: { readonly inForceHash: string | null }) {
  const texts = useTexts(documentPagesTexts).places;
  const view = useView('publicationPlace.list');
  const [isOpen, setOpen] = useState(false);
  const mayKeep = view.data?.may.keep === true;
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
                <PlaceRow key={place.id} place={place} may={may} inForceHash={inForceHash} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

function PlaceRow(props: {
  readonly place: Place;
  readonly may: Places['may'];
  readonly inForceHash: string | null;
}) {
  const { place, may, inForceHash } = props;
  const texts = useTexts(documentPagesTexts).places;
  const { kinds } = useTexts(publicationTexts);
  const attest = useAct('publicationPlace.attest');
  const end = useAct('publicationPlace.end');
  const problem = attest.problem ?? end.problem;
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
        <PlaceState place={place} inForceHash={inForceHash} />
        {problem === undefined ? null : (
          <Notice kind="danger" isNews>
            {problem.message}
          </Notice>
        )}
      </div>
      <div className="row">
        {may.attest ? (
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

/** What is known of a place: Värna's own reading of it, and the latest attestation. */
function PlaceState({ place, inForceHash }: { readonly place: Place; readonly inForceHash: string | null }) {
  const texts = useTexts(documentPagesTexts).places;
  const language = useLanguage();
  const { checkedAt, seenHash, attestedOn } = place;
  const isOurs = place.address.startsWith('/');
  const attested =
    attestedOn === null ? texts.notAttested : texts.attested(formatLongDate(attestedOn, language));
  if (!isOurs) return <p className="soft">{attested}</p>;
  if (checkedAt === null) return <p className="soft">{texts.notChecked}</p>;
  const isSame = seenHash !== null && seenHash === inForceHash;
  const words = isSame ? texts.same : seenHash === null ? texts.nothing : texts.other;
  return (
    <p className="soft">
      <VerdictMark verdict={isSame ? 'met' : 'not_met'} isBare /> {words}.{' '}
      {texts.checked(formatMoment(checkedAt, language))}
    </p>
  );
}

function PlaceForm({ onDone }: { readonly onDone: () => void }) {
  const texts = useTexts(documentPagesTexts).places;
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
