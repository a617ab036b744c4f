import { useState } from 'react';
import type { Id } from '../../../kernel/ids.ts';
import { findUnits } from '../../../people/pages/choice-fields.tsx';
import { Button } from '../../../ui/button.tsx';
import { ask } from '../../../ui/client.ts';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { type Option, Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { ActProblem, isShown } from '../../information/pages/act-problem.tsx';
import '../../information/pages/class-figure.css';
import { optionsOf } from '../../information/pages/options.ts';
import { incidentTexts } from '../incident.texts.ts';
import type { CaseRecord } from './case-record.ts';
import { useCaseName } from './case-record.ts';
import { incidentPagesTexts } from './pages.texts.ts';

type TieKind = 'systemId' | 'informationId' | 'unitId' | 'relatedId' | 'supplier';

const places: Readonly<Record<string, string>> = {
  information: '/register/information',
  system: '/register/system',
  unit: '/organisation/enheter',
};

/** What a case concerns, and a place to tie it to more. */
export function Ties({ record }: { readonly record: CaseRecord }) {
  const texts = useTexts(incidentPagesTexts).record;
  const { registers } = useTexts(incidentPagesTexts).form;
  const unlink = useAct('incident.unlink');
  const words: Readonly<Record<string, string>> = {
    information: registers.informationId,
    system: registers.systemId,
    unit: registers.unitId,
    supplier: registers.supplier,
  };
  const { id, version } = record;
  const mayLink = record.may.link.allowed;
  return (
    <div className="stack">
      <ActProblem problem={unlink.problem} />
      {record.links.length === 0 ? <p className="soft">{texts.noConcerns}</p> : null}
      <ul className="things">
        {record.links.map(({ id: linkId, register, recordId, name }) => (
          <li className="thing" key={linkId}>
            <div className="thing-words">
              <p>
                {recordId === null ? (
                  (name ?? texts.hidden)
                ) : (
                  <Link to={`${places[register]}/${recordId}`}>{name}</Link>
                )}
              </p>
              <p className="soft">{words[register]}</p>
            </div>
            {mayLink ? (
              <Button
                size="small"
                look="quiet"
                onClick={() =>
                  void unlink
                    .run({ id, version, input: { linkId: linkId as Id<'IncidentLink'> } }) // from this very list
                    .catch(isShown)
                }
              >
                {texts.removeConcern}
                <span className="visually-hidden"> {name}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayLink ? (
        <Disclosure title={texts.addConcern}>
          <AddTie key={version} record={record} />
        </Disclosure>
      ) : null}
    </div>
  );
}

function AddTie({ record }: { readonly record: CaseRecord }) {
  const { record: texts, form: words } = useTexts(incidentPagesTexts);
  const link = useAct('incident.link');
  const [kind, setKind] = useState<TieKind | ''>('systemId');
  const search = useTieSearch(kind, record.id);
  const initial: { found: Option | null; supplier: string } = { found: null, supplier: '' };
  const form = useForm({
    initial,
    version: record.version,
    submit: ({ found, supplier }, circumstances) => {
      const of = <Kind extends string>(one: TieKind) =>
        kind === one && found !== null ? (found.value as Id<Kind>) : null; // found in that register
      const input = {
        systemId: of<'System'>('systemId'),
        informationId: of<'Information'>('informationId'),
        unitId: of<'Unit'>('unitId'),
        relatedId: of<'Incident'>('relatedId'),
        supplier: kind === 'supplier' && supplier.trim() !== '' ? supplier : null,
      };
      return link.run({ id: record.id, input, ...circumstances });
    },
  });
  return (
    <Form form={form} submitLabel={texts.addConcern}>
      <Select<TieKind>
        label={words.register}
        options={optionsOf(words.registers)}
        value={kind}
        onChange={(next) => {
          setKind(next);
          form.set('found', null);
        }}
      />
      {kind === 'supplier' ? (
        <TextField {...form.field('supplier')} label={words.registers.supplier} />
      ) : kind === '' ? null : (
        <ComboBox key={kind} {...form.field('found')} label={words.registers[kind]} search={search} />
      )}
    </Form>
  );
}

/** Finds what a case can be tied to, of what the person may see. */
export function useTieSearch(
  kind: TieKind | '',
  except: string,
): (text: string, signal: AbortSignal) => Promise<readonly Option[]> {
  const nameOf = useCaseName();
  const { states } = useTexts(incidentTexts);
  return async (text, signal) => {
    const query = text === '' ? {} : { search: text };
    switch (kind) {
      case 'unitId':
        return findUnits(text, signal);
      case 'systemId': {
        const { items } = await ask('system.choices', { signal });
        const wanted = text.toLocaleLowerCase('sv');
        return items
          .filter(({ name }) => name.toLocaleLowerCase('sv').includes(wanted))
          .slice(0, 20)
          .map(({ id, name, unitName }) => ({ value: id, label: name, hint: unitName }));
      }
      case 'informationId': {
        const { items } = await ask('information.list', { query, signal });
        return items.map(({ id, name, unitName }) => ({ value: id, label: name, hint: unitName }));
      }
      case 'relatedId': {
        const { items } = await ask('incident.list', { query, signal });
        return items
          .filter(({ id, number }) => id !== except && number !== null)
          .map((one) => ({ value: one.id, label: nameOf(one), hint: states[one.state] }));
      }
      case 'supplier':
      case '':
        return [];
    }
  };
}
