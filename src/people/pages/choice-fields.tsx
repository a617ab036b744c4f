import { useState } from 'react';
import { ask } from '../../ui/client.ts';
import { ComboBox } from '../../ui/combo-box.tsx';
import type { FieldBinding, FieldWords } from '../../ui/field.tsx';
import type { Option } from '../../ui/select.tsx';

type ChoiceFieldProps = FieldBinding<string> &
  FieldWords & {
    /** What is chosen already, with its name. */
    readonly chosen?: Option | undefined;
  };

/** A unit, found by a part of its name. The value is its id, or empty. */
export function UnitField(props: ChoiceFieldProps) {
  return <ChoiceField {...props} search={findUnits} />;
}

/** A person, found by any part of her name or address. The value is her id, or empty. */
export function PersonField(props: ChoiceFieldProps) {
  return <ChoiceField {...props} search={findPersons} />;
}

type Search = (text: string, signal: AbortSignal) => Promise<readonly Option[]>;

function ChoiceField({
  value,
  onChange,
  chosen,
  search,
  ...rest
}: ChoiceFieldProps & { readonly search: Search }) {
  const [option, setOption] = useState<Option | null>(chosen ?? null);
  const choose = (next: Option | null) => {
    setOption(next);
    onChange(next?.value ?? '');
  };
  return <ComboBox {...rest} value={value === '' ? null : option} onChange={choose} search={search} />;
}

/** Units by a part of their name. */
export const findUnits: Search = async (text, signal) => {
  const query = text === '' ? {} : { search: text };
  const { items } = await ask('unit.list', { query, signal });
  return items.map((unit) => ({
    value: unit.id,
    label: unit.name,
    hint: unit.parentName ?? unit.entityName,
  }));
};

/** Persons by any part of their name or address. */
export const findPersons: Search = async (text, signal) => {
  const query = text === '' ? {} : { search: text };
  const { items } = await ask('person.list', { query, signal });
  return items.map((person) => {
    const hint = person.unitName ?? person.organisation;
    return { value: person.id, label: person.name, ...(hint === null ? {} : { hint }) };
  });
};
