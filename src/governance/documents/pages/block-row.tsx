import { type ClipboardEvent, type KeyboardEvent, useId, useRef } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Chevron } from '../../../ui/icons.tsx';
import { useTexts } from '../../../ui/language.tsx';
import type { Block, DemandMark } from '../blocks/block.ts';
import { chainPagesTexts } from './chain-pages.texts.ts';
import { BlockDemands } from './block-demands.tsx';
import { TableFields } from './table-fields.tsx';
import '../../../ui/field.css';

interface BlockRowProps {
  readonly block: Block;
  readonly place: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly marks: readonly DemandMark[];
  readonly onMark: (marks: readonly DemandMark[]) => void;
  readonly onChange: (block: Block) => void;
  readonly onType: (text: string) => void;
  readonly onLink: (from: number, to: number) => void;
  readonly onSplit: (caret: number) => void;
  readonly onMove: (by: number) => void;
  readonly onRemove: () => void;
  readonly onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
}

const shapes = {
  heading1: (text: string): Block => ({ kind: 'heading', level: 1, text }),
  heading2: (text: string): Block => ({ kind: 'heading', level: 2, text }),
  heading3: (text: string): Block => ({ kind: 'heading', level: 3, text }),
  paragraph: (text: string): Block => ({ kind: 'paragraph', text }),
  bullet: (text: string): Block => ({ kind: 'item', isNumbered: false, text }),
  number: (text: string): Block => ({ kind: 'item', isNumbered: true, text }),
};
type Shape = keyof typeof shapes;
const shapeNames = Object.keys(shapes) as Shape[]; // the table's own keys

function shapeOf(block: Block): Shape | 'table' {
  if (block.kind === 'heading')
    return block.level === 1 ? 'heading1' : block.level === 2 ? 'heading2' : 'heading3';
  if (block.kind === 'item') return block.isNumbered ? 'number' : 'bullet';
  return block.kind;
}

/** One block: what it is, its words, what it demands, and what can be done with it. */
export function BlockRow(props: BlockRowProps) {
  const { block, place, isFirst, isLast, onMove, onRemove } = props;
  const texts = useTexts(chainPagesTexts).write;
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const shape = shapeOf(block);
  const name = texts.place(texts.shapes[shape], String(place));

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      props.onSplit(selectionStart);
    } else if (event.key === 'Backspace' && value === '' && !(isFirst && isLast)) {
      event.preventDefault();
      onRemove();
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      onMove(event.key === 'ArrowUp' ? -1 : 1);
    } else if (event.key === 'k' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      props.onLink(selectionStart, selectionEnd);
    }
  };
  return (
    <li className="editor-block" data-shape={shape}>
      <div className="editor-main">
        {block.kind === 'table' ? (
          <TableFields
            rows={block.rows}
            label={name}
            onChange={(rows) => props.onChange({ kind: 'table', rows })}
          />
        ) : (
          <textarea
            ref={field}
            id={id}
            className="input editor-text"
            aria-label={name}
            rows={1}
            lang="sv"
            value={block.text}
            onChange={(event) => props.onType(event.target.value.replace(/\n/gu, ' '))}
            onKeyDown={onKeyDown}
            onPaste={props.onPaste}
          />
        )}
        <BlockDemands block={block} marks={props.marks} onMark={props.onMark} />
      </div>
      <div className="editor-tools" role="group" aria-label={texts.toolsOf(name)}>
        {block.kind === 'table' ? null : (
          <span className="select-frame">
            <select
              className="input"
              aria-label={texts.shapeOf(name)}
              value={shape}
              onChange={(event) => {
                const chosen = shapeNames.find((one) => one === event.target.value);
                if (chosen !== undefined) props.onChange(shapes[chosen](block.text));
              }}
            >
              {shapeNames.map((one) => (
                <option key={one} value={one}>
                  {texts.shapes[one]}
                </option>
              ))}
            </select>
            <Chevron />
          </span>
        )}
        <Button size="small" look="quiet" aria-label={texts.up(name)} onClick={() => onMove(-1)}>
          ↑
        </Button>
        <Button size="small" look="quiet" aria-label={texts.down(name)} onClick={() => onMove(1)}>
          ↓
        </Button>
        {block.kind === 'table' ? null : (
          <Button
            size="small"
            look="quiet"
            aria-label={texts.linkIn(name)}
            onClick={() => {
              const { selectionStart = 0, selectionEnd = 0 } = field.current ?? {};
              props.onLink(selectionStart, selectionEnd);
            }}
          >
            {texts.link}
          </Button>
        )}
        <Button size="small" look="quiet" aria-label={texts.removeOf(name)} onClick={onRemove}>
          {texts.remove}
        </Button>
      </div>
    </li>
  );
}
