import { useState } from 'react';
import type { InformationId } from '../../../kernel/ids.ts';
import { Button } from '../../../ui/button.tsx';
import { ask } from '../../../ui/client.ts';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import type { Option } from '../../../ui/select.tsx';
import { ClassFigure } from '../../information/pages/class-figure.tsx';
import { ReasonDialog } from '../../information/pages/reason-dialog.tsx';
import { systemPagesTexts } from './pages.texts.ts';
import { type SystemRecord, useWhyNot } from './system-record.ts';

/** What the system holds: each piece of information with its class and owner, and a place to add more. */
export function Carried({ system }: { readonly system: SystemRecord }) {
  const all = useTexts(systemPagesTexts);
  const texts = all.record;
  const mayCarry = useWhyNot(system)(system.may.carry) === undefined;
  const stopCarrying = useAct('system.stopCarrying');
  const [leaving, setLeaving] = useState<string | null>(null);
  const { id, carried, hiddenCarried } = system;
  return (
    <div className="stack">
      {carried.length === 0 && hiddenCarried === 0 ? <p>{texts.nothingCarried}</p> : null}
      {carried.length === 0 ? null : (
        <ul className="things">
          {carried.map((one) => (
            <li className="thing" key={one.id}>
              <div className="thing-words">
                <p>
                  <Link to={`/register/information/${one.id}`}>{one.name}</Link>
                </p>
                {one.owner === null ? null : <p className="soft">{one.owner.name}</p>}
              </div>
              <ClassFigure levels={one} />
              {mayCarry ? (
                <Button size="small" look="quiet" onClick={() => setLeaving(one.id)}>
                  {texts.removeCarried}
                  <span className="visually-hidden"> {one.name}</span>
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {hiddenCarried === 0 ? null : <p className="soft">{texts.hidden(hiddenCarried)}</p>}
      {mayCarry ? <AddCarried key={carried.length} system={system} /> : null}
      {leaving === null ? null : (
        <ReasonDialog
          title={texts.removeTitle}
          label={texts.removeReason}
          confirmLabel={texts.removeCarried}
          cancelLabel={all.form.cancel}
          onClose={() => setLeaving(null)}
          run={(reason, circumstances) =>
            // An id that came from this very list.
            stopCarrying.run({
              id,
              input: { informationId: leaving as InformationId, reason },
              ...circumstances,
            })
          }
        />
      )}
    </div>
  );
}

function AddCarried({ system }: { readonly system: SystemRecord }) {
  const texts = useTexts(systemPagesTexts).record;
  const carry = useAct('system.carry');
  const initial: { informationIds: Option | null } = { informationIds: null };
  const form = useForm({
    initial,
    submit: ({ informationIds }, circumstances) => {
      // Found in the register; without one the server asks for it.
      const ids = informationIds === null ? [] : [informationIds.value as InformationId];
      return carry.run({ id: system.id, input: { informationIds: ids }, ...circumstances });
    },
  });
  const search = async (text: string, signal: AbortSignal): Promise<readonly Option[]> => {
    const { items } = await ask('information.list', { query: text === '' ? {} : { search: text }, signal });
    const here = new Set(system.carried.map((one) => one.id));
    return items
      .filter((one) => !here.has(one.id))
      .map((one) => ({ value: one.id, label: one.name, hint: one.unitName }));
  };
  return (
    <Form form={form} submitLabel={texts.addCarried}>
      <ComboBox
        {...form.field('informationIds')}
        label={texts.information}
        hint={texts.informationHint}
        search={search}
      />
    </Form>
  );
}
