import type { ControlAttributes } from './field.tsx';
import './file-pick.css';
import { useTexts } from './language.tsx';
import { uiTexts } from './ui.texts.ts';

type FilePickProps = {
  readonly attributes: ControlAttributes;
  readonly onPick: (files: readonly File[]) => void;
  readonly name?: string;
  /** Kinds that the device offers; without it, all. */
  readonly accept?: string;
  readonly isMany?: boolean;
  readonly isDisabled?: boolean;
};

/** Chooses files from the device. The button is ours: the browser's own speaks the browser's language, not the page's. */
export function FilePick({ attributes, onPick, name, accept, isMany, isDisabled }: FilePickProps) {
  const texts = useTexts(uiTexts);
  return (
    <div className="file-pick">
      <label className="button" htmlFor={attributes.id}>
        {isMany === true ? texts.filesChoose : texts.fileChoose}
      </label>
      <input
        {...attributes}
        className="visually-hidden"
        type="file"
        name={name}
        accept={accept}
        multiple={isMany}
        disabled={isDisabled}
        onChange={(event) => {
          onPick([...(event.target.files ?? [])]);
          // Cleared so that the same file, mended, can be chosen again.
          event.target.value = '';
        }}
      />
    </div>
  );
}
