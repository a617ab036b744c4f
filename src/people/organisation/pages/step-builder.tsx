import { useState } from 'react';
import type { UnitId } from '../../../kernel/ids.ts';
import { compareSwedish } from '../../../kernel/format.ts';
import { Button } from '../../../ui/button.tsx';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { useTexts } from '../../../ui/language.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { type Option, Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { type PlanStep, stepKinds } from '../units/plan.ts';
import { reorganiseTexts } from './pages.texts.ts';
import type { TreeUnit } from './unit-tree.tsx';

type Kind = PlanStep['kind'];

interface StepBuilderProps {
  readonly units: readonly TreeUnit[];
  /** The unit whose page one came from. */
  readonly given: Option | null;
  readonly onAdd: (step: PlanStep) => void;
}

interface Drafted {
  readonly kind: Kind | '';
  readonly unit: Option | null;
  readonly other: Option | null;
  readonly parts: readonly string[];
  /** Which new unit each sub-unit goes to, by its place in `parts`; the first where nothing is said. */
  readonly places: Readonly<Record<string, number>>;
}

const maximumParts = 20; // the plan's own limit

/** Builds one step: what happens, to which unit, and what it needs to be told. */
export function StepBuilder({ units, given, onAdd }: StepBuilderProps) {
  const texts = useTexts(reorganiseTexts);
  const [drafted, setDrafted] = useState<Drafted>({
    kind: '',
    unit: given,
    other: null,
    parts: ['', ''],
    places: {},
  });
  const [fault, setFault] = useState<string>();
  const change = (next: Partial<Drafted>) => {
    setFault(undefined);
    setDrafted({ ...drafted, ...next });
  };
  const { kind, unit } = drafted;
  const add = () => {
    const made = stepOf(drafted, units, texts);
    if (typeof made === 'string') setFault(made);
    else onAdd(made);
  };
  return (
    <div className="org-builder">
      <h3>{texts.addStep}</h3>
      <RadioGroup
        value={kind}
        onChange={(next) => change({ kind: next, other: null })}
        label={texts.kind}
        options={stepKinds.map((one) => ({
          value: one,
          label: texts.kinds[one],
          hint: texts.kindHints[one],
        }))}
      />
      {kind === '' ? null : (
        <>
          <UnitBox
            units={units}
            label={texts.units[kind]}
            value={unit}
            onChange={(next) => change({ unit: next, places: {} })}
            error={unit === null ? fault : undefined}
          />
          <Rest drafted={drafted} units={units} change={change} fault={unit === null ? undefined : fault} />
          <div>
            <Button onClick={add}>{texts.add}</Button>
          </div>
        </>
      )}
    </div>
  );
}

interface RestProps {
  readonly drafted: Drafted;
  readonly units: readonly TreeUnit[];
  readonly change: (next: Partial<Drafted>) => void;
  readonly fault: string | undefined;
}

/** What each kind of step needs to know besides its unit. */
function Rest({ drafted, units, change, fault }: RestProps) {
  const texts = useTexts(reorganiseTexts);
  const other = {
    units: units.filter((one) => one.id !== drafted.unit?.value),
    value: drafted.other,
    onChange: (next: Option | null) => change({ other: next }),
    error: fault,
  };
  switch (drafted.kind) {
    case '':
      return null;
    case 'merge':
      return <UnitBox key="merge" {...other} label={texts.into} />;
    case 'move':
      return <UnitBox key="move" {...other} label={texts.newParent} hint={texts.newParentHint} isOptional />;
    case 'end':
      return <UnitBox key="end" {...other} label={texts.recordsTo} hint={texts.recordsToHint} isOptional />;
    case 'split':
      return <Parts drafted={drafted} units={units} change={change} fault={fault} />;
  }
}

/** The names of the new units, and where each sub-unit goes. */
function Parts({ drafted, units, change, fault }: RestProps) {
  const texts = useTexts(reorganiseTexts);
  const { parts, places } = drafted;
  const below = units
    .filter((one) => one.parentId === drafted.unit?.value)
    .sort((a, b) => compareSwedish(a.name, b.name));
  const named = parts.map((name, index) => (name.trim() === '' ? texts.part(index + 1) : name));
  return (
    <>
      {parts.map((name, index) => (
        <TextField
          key={index}
          label={texts.part(index + 1)}
          {...(index === 0 ? { hint: texts.firstPart } : {})}
          value={name}
          onChange={(next) => change({ parts: parts.map((one, nth) => (nth === index ? next : one)) })}
          error={index === 0 ? fault : undefined}
          isOptional={index > 1}
        />
      ))}
      {parts.length < maximumParts ? (
        <div>
          <Button size="small" look="quiet" onClick={() => change({ parts: [...parts, ''] })}>
            {texts.addPart}
          </Button>
        </div>
      ) : null}
      {below.map((one) => (
        <Select
          key={one.id}
          label={texts.goesTo(one.name)}
          value={String(places[one.id] ?? 0)}
          onChange={(next) => change({ places: { ...places, [one.id]: Number(next) } })}
          options={named.map((name, index) => ({ value: String(index), label: name }))}
        />
      ))}
    </>
  );
}

interface UnitBoxProps {
  readonly units: readonly TreeUnit[];
  readonly label: string;
  readonly hint?: string;
  readonly value: Option | null;
  readonly onChange: (option: Option | null) => void;
  readonly error: string | undefined;
  readonly isOptional?: boolean;
}

/** A unit among those at hand, found by part of its name. */
function UnitBox({ units, ...field }: UnitBoxProps) {
  const names = new Map(units.map((one) => [one.id, one.name]));
  const search = (text: string) => {
    const wanted = text.toLowerCase();
    const found = units.filter((one) => one.name.toLowerCase().includes(wanted)).slice(0, 50);
    const options = found.map((one): Option => {
      const above = one.parentId === null ? undefined : names.get(one.parentId);
      return { value: one.id, label: one.name, ...(above === undefined ? {} : { hint: above }) };
    });
    return Promise.resolve(options);
  };
  return <ComboBox {...field} search={search} />;
}

/** The step as the register wants it, or what is missing. Ids come from the list of units. */
function stepOf(
  drafted: Drafted,
  units: readonly TreeUnit[],
  texts: { readonly chooseUnit: string; readonly choosePart: string },
): PlanStep | string {
  const { kind, unit, other, parts, places } = drafted;
  if (kind === '' || unit === null) return texts.chooseUnit;
  const unitId = unit.value as UnitId;
  const otherId = (other?.value ?? null) as UnitId | null;
  switch (kind) {
    case 'merge':
      return otherId === null ? texts.chooseUnit : { kind, unitId, intoId: otherId };
    case 'move':
      return { kind, unitId, parentId: otherId };
    case 'end':
      return { kind, unitId, recordsTo: otherId };
    case 'split': {
      const below = units.filter((one) => one.parentId === unitId);
      const made = parts.map((name, index) => ({
        name: name.trim(),
        kind: units.find((one) => one.id === unitId)?.kind ?? ('unit' as const),
        subunits: below.filter((one) => (places[one.id] ?? 0) === index).map((one) => one.id as UnitId),
      }));
      // An empty box at the end is no part; what was to go there goes to the first.
      const kept = made.filter((part) => part.name !== '');
      return kept.length < 2 || made[0]?.name === '' ? texts.choosePart : { kind, unitId, parts: kept };
    }
  }
}
