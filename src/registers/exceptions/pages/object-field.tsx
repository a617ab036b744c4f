import { useState } from 'react';
import { ask } from '../../../ui/client.ts';
import { ComboBox } from '../../../ui/combo-box.tsx';
import type { FieldBinding, FieldWords } from '../../../ui/field.tsx';
import { useTexts } from '../../../ui/language.tsx';
import type { Option } from '../../../ui/select.tsx';
import type { ObjectRegister } from '../exception.ts';
import { exceptionTexts } from '../exception.texts.ts';

type ObjectFieldProps = FieldBinding<string> & FieldWords & { readonly chosen?: Option | undefined };

/** So many of each register are offered at a time. */
const most = 10;

/** What an exception is for, found by its name among what the asker may see. The value is `system:<id>`. */
export function ObjectField({ value, onChange, chosen, ...words }: ObjectFieldProps) {
  const { objects } = useTexts(exceptionTexts);
  const [option, setOption] = useState<Option | null>(chosen ?? null);
  const choose = (next: Option | null) => {
    setOption(next);
    onChange(next?.value ?? '');
  };
  const offer = (
    register: ObjectRegister,
    found: readonly { readonly id: string; readonly name: string }[],
  ) =>
    found
      .slice(0, most)
      .map(({ id, name }) => ({ value: `${register}:${id}`, label: name, hint: objects[register] }));
  const search = async (text: string, signal: AbortSignal) => {
    const asked = { query: text === '' ? {} : { search: text }, signal };
    const [systems, information, units, documents] = await Promise.all([
      ask('system.list', asked),
      ask('information.list', asked),
      ask('unit.list', asked),
      ask('document.list', asked),
    ]);
    const titled = documents.items.map(({ id, title }) => ({ id, name: title }));
    return [
      ...offer('system', systems.items),
      ...offer('information', information.items),
      ...offer('unit', units.items),
      ...offer('document', titled),
    ];
  };
  return <ComboBox {...words} value={value === '' ? null : option} onChange={choose} search={search} />;
}
