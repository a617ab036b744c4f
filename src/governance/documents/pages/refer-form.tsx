import { useState } from 'react';
import type { PersonId, UnitId } from '../../../kernel/ids.ts';
import { findPersons, findUnits } from '../../../people/pages/choice-fields.tsx';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import type { Option } from '../../../ui/select.tsx';
import { Section } from '../../../ui/page.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { documentTexts } from '../document.texts.ts';
import { chainPagesTexts } from './chain-pages.texts.ts';

type Version = ViewMap['documentVersion.record']['answer'];
interface Asked {
  readonly kind: 'unit' | 'person';
  readonly id: string;
  readonly name: string;
}

/** Sends a draft out for comments: to whom, and until when. */
export function ReferSection({ version }: { readonly version: Version }) {
  const texts = useTexts(chainPagesTexts).referral;
  const { fields } = useTexts(documentTexts);
  const refer = useAct('documentVersion.refer');
  const form = useForm({
    initial: { until: '', message: '', askedUnits: [] as readonly Asked[] },
    version: version.version,
    submit: ({ until, message, askedUnits }, circumstances) =>
      refer.run({
        id: version.id,
        input: {
          until,
          message,
          askedUnits: idsOf<UnitId>(askedUnits, 'unit'),
          askedPersons: idsOf<PersonId>(askedUnits, 'person'),
        },
        ...circumstances,
      }),
  });
  const asked = form.values.askedUnits;
  return (
    <Section title={texts.send} lead={texts.sendLead}>
      <Form form={form} submitLabel={texts.submit}>
        <Asking
          asked={asked}
          onChange={(next) => form.set('askedUnits', next)}
          error={form.field('askedUnits').error}
        />
        <DateField {...form.field('until')} label={fields.until} />
        <TextArea {...form.field('message')} label={fields.message} maxLength={2000} isOptional />
      </Form>
    </Section>
  );
}

function idsOf<Kind extends string>(asked: readonly Asked[], kind: Asked['kind']): Kind[] {
  return asked.filter((one) => one.kind === kind).map((one) => one.id as Kind); // chosen from that register's list
}

/** Those who are asked, one added at a time. */
function Asking(props: {
  readonly asked: readonly Asked[];
  readonly onChange: (asked: readonly Asked[]) => void;
  readonly error: string | undefined;
}) {
  const texts = useTexts(chainPagesTexts).referral;
  const { fields } = useTexts(documentTexts);
  const [round, setRound] = useState(0);
  const { asked, onChange } = props;
  const add = (kind: Asked['kind'], option: Option | null) => {
    if (option === null) return;
    if (!asked.some((one) => one.id === option.value))
      onChange([...asked, { kind, id: option.value, name: option.label }]);
    // The field is begun anew, empty, for the next one.
    setRound((before) => before + 1);
  };
  return (
    <>
      <ComboBox
        key={`unit-${round}`}
        value={null}
        onChange={(option) => add('unit', option)}
        search={findUnits}
        label={fields.askedUnits}
        hint={texts.unitHint}
        error={props.error}
        isOptional
      />
      <ComboBox
        key={`person-${round}`}
        value={null}
        onChange={(option) => add('person', option)}
        search={findPersons}
        label={fields.askedPersons}
        isOptional
      />
      {asked.length === 0 ? null : (
        <ul className="asked" aria-label={texts.asked}>
          {asked.map((one) => (
            <li key={one.id}>
              {one.name}{' '}
              <Button
                size="small"
                look="quiet"
                aria-label={texts.removeNamed(one.name)}
                onClick={() => onChange(asked.filter((other) => other.id !== one.id))}
              >
                {texts.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
