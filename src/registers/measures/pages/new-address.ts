import { formatSearch } from '../../../ui/search-params.ts';
import type { Option } from '../../../ui/select.tsx';

/** What a new measure comes from, as the page that leads to the form knows it. */
export interface MeasureOrigin {
  readonly register?: string;
  readonly id?: string | null;
  readonly name?: string;
  readonly clause?: string | null;
  readonly unitId?: string | null;
  readonly unitName?: string | null;
}

/** The address of the form for a measure that comes from a record, a clause or both. */
export function newMeasurePath({ register, id, name, clause, unitId, unitName }: MeasureOrigin): string {
  const hasRecord = register !== undefined && id !== undefined && id !== null;
  return `/atgarder/ny${formatSearch({
    kalla: hasRecord ? `${register}:${id}` : '',
    namn: hasRecord ? name : '',
    krav: clause,
    enhet: unitId,
    'enhet-namn': unitName,
  })}`;
}

const clauseForm = /^P[0-4]\d$/;

/** The same, read from the address. A made-up address gives what the server then refuses. */
export function readSource(read: (name: string) => string) {
  const [register = '', id = ''] = read('kalla').split(':');
  const unit: Option | undefined =
    read('enhet') === '' || read('enhet-namn') === ''
      ? undefined
      : { value: read('enhet'), label: read('enhet-namn') };
  const clause = read('krav');
  return {
    source: register === '' || id === '' ? null : { register, id },
    name: read('namn'),
    clause: clauseForm.test(clause) ? clause : null,
    unit,
  };
}
