import { useState } from 'react';
import { askNamed } from '../../../ui/client.ts';
import { ComboBox } from '../../../ui/combo-box.tsx';
import type { FieldBinding, FieldWords } from '../../../ui/field.tsx';
import type { Option } from '../../../ui/select.tsx';

type UnitFieldProps = FieldBinding<string> &
  FieldWords & {
    /** The unit chosen already, with its name. */
    readonly chosen?: Option | undefined;
    /** Which part of the organisation; units unless told. */
    readonly list?: 'unit.list' | 'body.list' | 'entity.list';
  };

interface UnitsFound {
  readonly items: readonly {
    readonly id: string;
    readonly name: string;
    readonly parentName?: string | null;
    readonly entityName?: string;
  }[];
}

/** A unit, a body or a legal entity, found by a part of its name. The value is its id, as the register wants it. */
export function UnitField({ value, onChange, chosen, list = 'unit.list', ...rest }: UnitFieldProps) {
  const [option, setOption] = useState<Option | null>(chosen ?? null);
  const choose = (next: Option | null) => {
    setOption(next);
    onChange(next?.value ?? '');
  };
  return (
    <ComboBox
      {...rest}
      value={value === '' ? null : option}
      onChange={choose}
      search={(text, signal) => find(list, text, signal)}
    />
  );
}

async function find(list: string, text: string, signal: AbortSignal): Promise<readonly Option[]> {
  const query = text === '' ? {} : { search: text };
  // The view's own shape; only these fields are read.
  const { items } = (await askNamed(list, { query, signal })) as UnitsFound;
  return items.map(({ id, name, parentName, entityName }) => {
    const hint = parentName ?? entityName;
    return { value: id, label: name, ...(hint === undefined ? {} : { hint }) };
  });
}
