import type { Actor } from '../../../kernel/access.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { World } from '../../../people/organisation/testing.ts';
import { holderOf } from '../../../testing/actors.ts';

export const description = {
  kind: 'guideline',
  title: 'Riktlinje för lösenord',
  keeperOffice: 'informationSecurityCoordinator',
  reviewOn: '2028-06-30',
  scope: 'organisation',
  unitId: null,
  systemId: null,
  situation: '',
  validUntil: null,
};

export const adoption = {
  decision: 'KS 2026-11-23 § 12',
  decidedBy: 'executive',
  inForceFrom: '2026-11-23',
  adjustedOn: null,
  announcedOn: null,
  reviewOn: '2028-01-01',
};

/** A text as it is written: a heading and paragraphs. */
export function textOf(...texts: readonly string[]) {
  const paragraphs = texts.map((text) => ({ kind: 'paragraph', text }));
  return { blocks: [{ kind: 'heading', level: 1, text: 'Krav' }, ...paragraphs], demandMarks: [] };
}

/** A municipality with two units, each with its manager, and documents changed through the same doors as everyone's. */
export class Documents {
  readonly world: World;
  readonly unitId: UnitId;
  readonly manager: Actor;
  readonly other: Actor;

  private constructor(world: World, unitId: UnitId, manager: Actor, other: Actor) {
    this.world = world;
    this.unitId = unitId;
    this.manager = manager;
    this.other = other;
  }

  static async open(): Promise<Documents> {
    const world = await World.open();
    const units = [await world.newUnit(), await world.newUnit()] as const;
    const leader = async (unitId: UnitId) =>
      holderOf('manager', (await world.appointManager(unitId)).personId, {
        scopeId: unitId,
        units: [unitId],
      });
    return new Documents(world, units[0], await leader(units[0]), await leader(units[1]));
  }

  /** What describes an instruction for the first unit, kept by its manager. */
  ofUnit() {
    return {
      ...description,
      kind: 'instruction',
      keeperOffice: 'manager',
      scope: 'unit',
      unitId: this.unitId,
    };
  }

  async made(change: object = {}): Promise<string> {
    return (await this.world.did('document.register', { ...description, ...change })).id;
  }

  async begun(documentId: string): Promise<string> {
    return (await this.world.did('documentVersion.begin', { documentId, source: 'empty', content: '' })).id;
  }

  /** A document with a version that was written, proposed and adopted. */
  async inForce(change: object, ...texts: readonly string[]): Promise<{ id: string; versionId: string }> {
    const id = await this.made(change);
    const versionId = await this.begun(id);
    await this.world.did('documentVersion.write', textOf(...texts), versionId, 1);
    await this.world.did('documentVersion.propose', {}, versionId, 2);
    await this.world.did('documentVersion.adopt', adoption, versionId, 3);
    return { id, versionId };
  }

  /** What a view of a record answers, field by field. */
  async asked(name: string, id: string): Promise<Readonly<Record<string, unknown>>> {
    const answer = await this.world.ask(name, { id });
    if (answer === null || isRefusal(answer)) throw new Error(`${name} was refused`);
    return answer as Record<string, unknown>; // looked at field by field by the test
  }
}
