import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { Chevron } from './icons.tsx';
import { useTexts } from './language.tsx';
import { Link } from './link.tsx';
import './tree.css';
import { uiTexts } from './ui.texts.ts';

/** A thing and what lies under it. */
export type TreeNode = {
  readonly id: string;
  readonly label: string;
  readonly to?: string;
  /** A short note to the right: a figure, a manager's name. */
  readonly note?: ReactNode;
  readonly children: readonly TreeNode[];
};

type TreeProps = {
  readonly label: string;
  readonly nodes: readonly TreeNode[];
  /** How many levels stand open from the start. */
  readonly openLevels?: number;
};

/**
 * Nested lists with a button before each thing that has something under it: links stay links, and a screen
 * reader tells the level by the lists. Right opens, left shuts, as in a tree of files.
 */
export function Tree({ label, nodes, openLevels = 2 }: TreeProps) {
  return (
    <ul className="tree" aria-label={label}>
      {nodes.map((node) => (
        <Branch key={node.id} node={node} openLevels={openLevels} />
      ))}
    </ul>
  );
}

function Branch({ node, openLevels }: { readonly node: TreeNode; readonly openLevels: number }) {
  const texts = useTexts(uiTexts);
  const [isOpen, setOpen] = useState(openLevels > 1);
  const { label, to, note, children } = node;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') setOpen(true);
    if (event.key === 'ArrowLeft') setOpen(false);
  };
  return (
    <li>
      <div className="tree-node">
        {children.length === 0 ? (
          <span className="tree-leaf" />
        ) : (
          <button
            type="button"
            className="tree-toggle"
            aria-expanded={isOpen}
            aria-label={isOpen ? texts.collapse(label) : texts.expand(label)}
            onClick={() => setOpen(!isOpen)}
            onKeyDown={onKeyDown}
          >
            <Chevron />
          </button>
        )}
        {to === undefined ? <span>{label}</span> : <Link to={to}>{label}</Link>}
        {note === undefined ? null : <span className="tree-note">{note}</span>}
      </div>
      {isOpen && children.length > 0 ? (
        <ul>
          {children.map((child) => (
            <Branch key={child.id} node={child} openLevels={openLevels - 1} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}
