import { useState } from 'react';
import { LinkButton } from '../../button.tsx';
import { Checkbox, CheckboxGroup } from '../../checkbox.tsx';
import { ComboBox } from '../../combo-box.tsx';
import { DateField } from '../../date-field.tsx';
import { FileDrop } from '../../file-drop.tsx';
import { Form, FormGroup } from '../../form.tsx';
import { useForm } from '../../form-state.ts';
import { useNamedAct } from '../../hooks.ts';
import { NumberField } from '../../number-field.tsx';
import { Page } from '../../page.tsx';
import { LevelGroup, RadioGroup } from '../../radio-group.tsx';
import { type Option, Select } from '../../select.tsx';
import { TextArea, TextField } from '../../text-field.tsx';
import { Notice } from '../../notice.tsx';

const states: readonly Option<'planned' | 'operating'>[] = [
  { value: 'planned', label: 'Planerat' },
  { value: 'operating', label: 'I drift' },
];
const kinds: readonly Option<'paper' | 'film'>[] = [
  { value: 'paper', label: 'Papper', hint: 'Utskrifter, blanketter, pärmar' },
  { value: 'film', label: 'Ljud, bild och film' },
];
const levels = [
  { level: 0, title: 'Ingen skada', text: 'Uppgifterna kan spridas fritt.', example: 'Lunchmenyn.' },
  { level: 1, title: 'Måttlig', text: 'Försumbar skada för någon enskild.', example: 'Interna rutiner.' },
  {
    level: 2,
    title: 'Betydande',
    text: 'Skada som märks och tar tid att rätta.',
    example: 'Omdömen i skolan.',
  },
  { level: 3, title: 'Allvarlig', text: 'Svår skada för enskilda.', example: 'Akter i socialtjänsten.' },
];
const owners: readonly Option[] = ['Maria Lind', 'Åsa Öhrling', 'Per-Erik Niemi'].map((label) => ({
  value: label,
  label,
  hint: 'Socialtjänsten',
}));

type Values = {
  name: string;
  purpose: string;
  state: 'planned' | 'operating' | '';
  owner: Option | null;
  users: number | null;
  from: string;
  carriers: readonly ('paper' | 'film')[];
  hosting: 'planned' | 'operating' | '';
  level: number | null;
  personal: boolean;
  file: File | null;
};
const empty: Values = {
  name: '',
  purpose: '',
  state: '',
  owner: null,
  users: 3300,
  from: '2026-06-15',
  carriers: ['paper'],
  hosting: '',
  level: null,
  personal: true,
  file: null,
};

/** A form with every kind of field. */
export default function GalleryForm() {
  const add = useNamedAct<Values, unknown>('system.add');
  const [isSaved, setSaved] = useState(false);
  const form = useForm({
    initial: empty,
    version: 1,
    submit: (input, circumstances) => add.run({ input, ...circumstances }),
    onSaved: () => setSaved(true),
  });
  return (
    <Page
      title="Lägg till ett system"
      lead="Skriv det du vet nu. Resten kan fyllas i senare."
      breadcrumbs={[{ label: 'System', to: '/register/system' }]}
    >
      {isSaved ? <Notice kind="success" title="Systemet är sparat" isNews /> : null}
      <Form
        form={form}
        submitLabel="Spara systemet"
        secondary={<LinkButton to="/register/system">Avbryt</LinkButton>}
        labels={{ name: 'Namn', purpose: 'Vad det används till' }}
      >
        <TextField {...form.field('name')} label="Namn" hint="Det namn ni använder till vardags." />
        <TextArea {...form.field('purpose')} label="Vad det används till" maxLength={500} isOptional />
        <Select {...form.field('state')} label="Tillstånd" options={states} />
        <ComboBox
          {...form.field('owner')}
          label="Systemägare"
          hint="Skriv en del av namnet."
          search={(text) =>
            Promise.resolve(owners.filter((owner) => owner.label.toLowerCase().includes(text.toLowerCase())))
          }
        />
        <NumberField {...form.field('users')} label="Antal användare" unit="personer" isOptional />
        <DateField {...form.field('from')} label="I drift från" />
        <CheckboxGroup
          {...form.field('carriers')}
          label="Bärare utöver systemet"
          options={kinds}
          isOptional
        />
        <RadioGroup {...form.field('hosting')} label="Drift" options={states} />
        <FormGroup title="Konfidentialitet">
          <LevelGroup
            {...form.field('level')}
            label="Vad är det värsta rimliga som händer?"
            levels={levels}
          />
        </FormGroup>
        <Checkbox {...form.field('personal')} label="Systemet behandlar personuppgifter" />
        <FileDrop
          {...form.field('file')}
          label="Underlag"
          endings={['.txt', '.docx']}
          limit={5_000_000}
          isOptional
        />
      </Form>
    </Page>
  );
}
