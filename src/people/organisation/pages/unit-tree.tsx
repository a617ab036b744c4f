import type { TextsLike } from '../../../kernel/texts.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import type { TreeNode } from '../../../ui/tree.tsx';
import { ToConfirmMark } from './marks.tsx';
import type { organisationPagesTextsSv } from './organisation-pages.texts.sv.ts';

export type TreeUnit = ViewMap['unit.tree']['answer']['items'][number];
type Words = TextsLike<typeof organisationPagesTextsSv>;

/** The units as a tree; under their legal entity where there are several. What hangs under nothing shown is on top. */
export function treeOf(
  units: readonly TreeUnit[],
  entities: readonly { readonly id: string; readonly name: string }[],
  words: Words,
): TreeNode[] {
  const shown = new Set(units.map((unit) => unit.id));
  const below = new Map<string | null, TreeUnit[]>();
  for (const unit of units) {
    const above = unit.parentId !== null && shown.has(unit.parentId) ? unit.parentId : null;
    below.set(above, [...(below.get(above) ?? []), unit]);
  }
  const nodeOf = (unit: TreeUnit): TreeNode => ({
    id: unit.id,
    label: unit.name,
    to: `/organisation/enheter/${unit.id}`,
    note: <UnitNote unit={unit} words={words} />,
    children: (below.get(unit.id) ?? []).map(nodeOf),
  });
  const top = below.get(null) ?? [];
  const owners = entities.filter((entity) => top.some((unit) => unit.entityId === entity.id));
  if (owners.length < 2) return top.map(nodeOf);
  return owners.map((entity) => ({
    id: entity.id,
    label: entity.name,
    to: `/organisation/bolag/${entity.id}`,
    children: top.filter((unit) => unit.entityId === entity.id).map(nodeOf),
  }));
}

function UnitNote({ unit, words }: { readonly unit: TreeUnit; readonly words: Words }) {
  const held = [
    unit.information === null || unit.information === 0 ? '' : words.unit.information(unit.information),
    unit.systems === null || unit.systems === 0 ? '' : words.unit.systems(unit.systems),
  ].filter((part) => part !== '');
  return (
    <span className="org-note">
      {unit.toConfirm ? <ToConfirmMark /> : null}
      {unit.manager === null ? (
        <span className="org-missing">{words.noManager}</span>
      ) : (
        <span>{unit.manager.name}</span>
      )}
      {held.length === 0 ? null : <span className="faint number">{held.join(', ')}</span>}
    </span>
  );
}
