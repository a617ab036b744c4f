import { useState } from 'react';
import { useView } from '../../../ui/hooks.ts';
import { ComboBox } from '../../../ui/combo-box.tsx';
import type { FieldBinding, FieldWords } from '../../../ui/field.tsx';
import type { Option } from '../../../ui/select.tsx';

type SystemFieldProps = FieldBinding<string> & FieldWords & { readonly chosen?: Option | undefined };

/** One of the municipality's systems, found by a part of its name. The value is its id; empty for none. */
export function SystemField({ value, onChange, chosen, ...rest }: SystemFieldProps) {
  const systems = useView('system.choices').data?.items ?? [];
  const [option, setOption] = useState<Option | null>(chosen ?? null);
  return (
    <ComboBox
      {...rest}
      // The choices are fetched once; asking anew when they come shows them in a list that stands open.
      key={systems.length === 0 ? 'waiting' : 'ready'}
      value={value === '' ? null : option}
      onChange={(next) => {
        setOption(next);
        onChange(next?.value ?? '');
      }}
      search={(text) =>
        Promise.resolve(
          systems
            .filter(({ name }) => name.toLocaleLowerCase('sv').includes(text.toLocaleLowerCase('sv')))
            .slice(0, 50)
            .map(({ id, name, unitName }) => ({ value: id, label: name, hint: unitName })),
        )
      }
    />
  );
}
