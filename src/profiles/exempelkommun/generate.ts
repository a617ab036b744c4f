import { classifications } from './classifications.ts';
import { bodies, entities, sources, units } from './organisation.ts';
import { appointmentsOf, leaders, people } from './people.ts';
import { assets, carried, systemRows } from './registers.ts';
import type { Batch, Context, Row } from './rows.ts';

/**
 * The example municipality, `factor` times over: about 650 people, 40 units, 60 systems and 180 pieces of information at
 * factor 1, entered over the year that ended `today`, with faults on purpose. A larger one repeats all but the bodies, in
 * districts, for measuring. Pure: the same arguments give the same rows.
 */
export function generate(factor: number, today: string): Batch[] {
  const districts = Array.from({ length: factor }, (_none, index) => (index === 0 ? '' : ` ${index + 1}`));
  const context: Context = { today, chance: chanceFrom(4711), people: [], elected: [], managers: new Map() };
  const organisation: [string, readonly Row[]][] = [
    ['legal_entity', entities(today)],
    ['body', bodies(today)],
    ['unit', districts.flatMap((district) => units(district, context))],
  ];
  const persons: [string, readonly Row[]][] = [
    ['person_source', sources(today)],
    ['person', districts.flatMap((district) => people(district, context))],
  ];
  const information = districts.flatMap((district) => assets(district));
  const systems = districts.flatMap((district) => systemRows(district, context));
  const registers: [string, readonly Row[]][] = [
    ['system', systems],
    ['information', information.map((asset) => asset.row)],
    ['system_information', carried(information)],
  ];
  const appointments: [string, readonly Row[]][] = [
    [
      'appointment',
      [
        ...leaders(context),
        ...districts.flatMap((district) => appointmentsOf(district, context, systems, information)),
      ],
    ],
  ];
  const first: Batch = {
    daysAgo: 365,
    rows: [...organisation, ...persons, ...registers, ...appointments],
    inForce: [],
    decisionsInForce: [],
  };
  return [first, ...classifications(information, context)];
}

/** A small deterministic source of chance (mulberry32): the same municipality every time. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
