import { type DragEvent, useState } from 'react';
import { formatNumber } from '../kernel/format.ts';
import { Button } from './button.tsx';
import { type FieldBinding, FieldFrame, type FieldWords } from './field.tsx';
import './file-drop.css';
import { useLanguage, useTexts } from './language.tsx';
import { uiTexts } from './ui.texts.ts';

type FileDropProps = FieldBinding<File | null> &
  FieldWords & {
    /** Endings that can be read: `['.txt', '.docx']`. */
    readonly endings: readonly string[];
    /** Largest size, in bytes. */
    readonly limit: number;
  };

const megabyte = 1_000_000;

/** One file, dropped or chosen. A file too large or of another kind is refused here, before it is sent. */
export function FileDrop({ value, onChange, name, endings, limit, error, ...frame }: FileDropProps) {
  const texts = useTexts(uiTexts);
  const language = useLanguage();
  const [isOver, setOver] = useState(false);
  const [fault, setFault] = useState<string>();

  const take = (file: File | undefined) => {
    if (file === undefined) return;
    const isKnown = endings.some((ending) => file.name.toLowerCase().endsWith(ending));
    const size = `${formatNumber(limit / megabyte, language)}\u00a0MB`;
    const found = !isKnown
      ? texts.fileWrongKind(endings.join(', '))
      : file.size > limit
        ? texts.fileTooBig(size)
        : undefined;
    setFault(found);
    onChange(found === undefined ? file : null);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <FieldFrame {...frame} error={fault ?? error}>
      {(attributes) => (
        <div
          className="file-drop"
          data-over={isOver ? '' : undefined}
          data-filled={value === null ? undefined : ''}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={onDrop}
        >
          {value === null ? <span className="soft">{texts.fileDrop}</span> : <strong>{value.name}</strong>}
          <label className="button" htmlFor={attributes.id}>
            {texts.fileChoose}
          </label>
          <input
            {...attributes}
            className="visually-hidden"
            type="file"
            name={name}
            accept={endings.join(',')}
            onChange={(event) => {
              take(event.target.files?.[0]);
              // Cleared so that the same file, mended, can be chosen again.
              event.target.value = '';
            }}
          />
          {value === null ? null : (
            <Button look="quiet" size="small" onClick={() => onChange(null)}>
              {texts.remove(value.name)}
            </Button>
          )}
        </div>
      )}
    </FieldFrame>
  );
}
