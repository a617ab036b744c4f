import { type ClipboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { useTexts } from '../../../ui/language.tsx';
import type { Block, DemandMark } from '../blocks/block.ts';
import { linked, split, typed } from '../blocks/editing.ts';
import { blocksFromHtml, blocksFromPlain } from '../blocks/paste.ts';
import { BlockRow } from './block-row.tsx';
import { chainPagesTexts } from './chain-pages.texts.ts';

interface BlockEditorProps {
  readonly blocks: readonly Block[];
  readonly marks: readonly DemandMark[];
  readonly onChange: (blocks: readonly Block[]) => void;
  readonly onMark: (marks: readonly DemandMark[]) => void;
}

let lastKey = 0;
const newKey = (): number => (lastKey += 1);

/** Keys that follow their blocks when these move, so that a text being written keeps its field. */
function useKeys(count: number) {
  const keys = useRef<number[]>([]);
  while (keys.current.length < count) keys.current.push(newKey());
  keys.current.length = count;
  return keys.current;
}

/** Where the caret is to stand after the blocks have been drawn anew. */
function useFocus(list: RefObject<HTMLOListElement | null>) {
  const [focus, setFocus] = useState<{ readonly at: number; readonly caret: number }>();
  useEffect(() => {
    if (focus === undefined) return;
    const row = list.current?.children.item(focus.at);
    const field = row?.querySelector<HTMLTextAreaElement | HTMLInputElement>('textarea, input');
    field?.focus();
    field?.setSelectionRange(focus.caret, focus.caret);
    setFocus(undefined);
  }, [focus, list]);
  return setFocus;
}

/**
 * A text as a column of fields, one for each block, that the keyboard alone can write: Enter begins a new block, Backspace
 * at the beginning of an empty one removes it, Alt with the arrows moves it, and # or - makes a heading or an item.
 */
export function BlockEditor({ blocks, marks, onChange, onMark }: BlockEditorProps) {
  const texts = useTexts(chainPagesTexts).write;
  const shown: readonly Block[] = blocks.length === 0 ? [{ kind: 'paragraph', text: '' }] : blocks;
  const keys = useKeys(shown.length);
  const list = useRef<HTMLOListElement>(null);
  const setFocus = useFocus(list);
  const [said, setSaid] = useState('');

  const put = (at: number, removed: number, added: readonly Block[]) => {
    keys.splice(at, removed, ...added.map(newKey));
    onChange([...shown.slice(0, at), ...added, ...shown.slice(at + removed)]);
  };
  const change = (at: number, block: Block) =>
    onChange(shown.map((one, place) => (place === at ? block : one)));
  const move = (at: number, by: number) => {
    const block = shown[at];
    const to = at + by;
    if (block === undefined || to < 0 || to >= shown.length) return;
    const [key] = keys.splice(at, 1);
    keys.splice(to, 0, key ?? newKey());
    const others = shown.filter((_, place) => place !== at);
    onChange([...others.slice(0, to), block, ...others.slice(to)]);
    setFocus({ at: to, caret: 0 });
    setSaid(texts.moved(String(to + 1)));
  };
  const remove = (at: number) => {
    const before = shown[at - 1];
    put(at, 1, []);
    setFocus({
      at: Math.max(0, at - 1),
      caret: before === undefined || before.kind === 'table' ? 0 : before.text.length,
    });
  };
  const paste = (at: number, event: ClipboardEvent<HTMLTextAreaElement>) => {
    const block = shown[at];
    if (block === undefined || block.kind === 'table') return;
    const html = event.clipboardData.getData('text/html');
    const plain = event.clipboardData.getData('text/plain');
    const pasted = html === '' ? blocksFromPlain(plain) : blocksFromHtml(html);
    const [only] = pasted;
    if (only === undefined) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    const before = block.text.slice(0, selectionStart);
    const after = block.text.slice(selectionEnd);
    if (pasted.length === 1 && only.kind === 'paragraph') {
      change(at, { ...block, text: before + only.text + after });
      setFocus({ at, caret: before.length + only.text.length });
      return;
    }
    const rest = (text: string): Block[] => (text.trim() === '' ? [] : [{ ...block, text }]);
    put(at, 1, [...rest(before), ...pasted, ...rest(after)]);
    setFocus({ at: at + pasted.length - 1 + rest(before).length, caret: 0 });
    setSaid(texts.pasted(String(pasted.length)));
  };

  return (
    <div className="editor">
      <ol className="editor-blocks" ref={list} aria-label={texts.blocks}>
        {shown.map((block, at) => (
          <BlockRow
            key={keys[at]}
            block={block}
            place={at + 1}
            isFirst={at === 0}
            isLast={at === shown.length - 1}
            marks={marks}
            onMark={onMark}
            onChange={(next) => change(at, next)}
            onType={(text) => change(at, typed(block, text))}
            onLink={(from, to) => {
              if (block.kind === 'table') return;
              change(at, { ...block, text: linked(block.text, from, to) });
              // The caret stands where the address is to be written.
              setFocus({ at, caret: to + '[](https://'.length });
            }}
            onSplit={(caret) => {
              put(at, 1, split(block, caret));
              setFocus({ at: at + 1, caret: 0 });
            }}
            onMove={(by) => move(at, by)}
            onRemove={() => remove(at)}
            onPaste={(event) => paste(at, event)}
          />
        ))}
      </ol>
      <div className="row">
        <Button
          size="small"
          onClick={() => {
            put(shown.length, 0, [{ kind: 'paragraph', text: '' }]);
            setFocus({ at: shown.length, caret: 0 });
          }}
        >
          {texts.addBlock}
        </Button>
        <Button
          size="small"
          onClick={() => {
            put(shown.length, 0, [
              {
                kind: 'table',
                rows: [
                  ['', ''],
                  ['', ''],
                ],
              },
            ]);
            setFocus({ at: shown.length, caret: 0 });
          }}
        >
          {texts.addTable}
        </Button>
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}
