import { FieldFrame } from '../../../ui/field.tsx';
import { useTexts } from '../../../ui/language.tsx';
import { Select } from '../../../ui/select.tsx';
import { useLevelName } from '../../information/pages/class-figure.tsx';
import { type Aspect, aspects } from '../../information/vocabulary.ts';
import { vocabularyTexts } from '../../information/vocabulary.texts.ts';
import { perAspect, type ProtectionLevels } from '../protection.ts';
import './system.css';

interface LevelFieldsProps {
  readonly id?: string;
  readonly label: string;
  readonly value: ProtectionLevels;
  readonly onChange: (value: ProtectionLevels) => void;
  readonly error?: string | undefined;
  /** The word for no level. */
  readonly emptyLabel: string;
  /** The lowest level that can be chosen in an aspect; null where none can. */
  readonly lowest?: (aspect: Aspect) => number | null;
}

/** A level, or none, for each aspect. */
export function LevelFields({ id, label, value, onChange, error, emptyLabel, lowest }: LevelFieldsProps) {
  const words = useTexts(vocabularyTexts).aspects;
  const nameOf = useLevelName();
  return (
    <FieldFrame id={id} label={label} error={error} kind="group">
      {() => (
        <div className="level-fields">
          {aspects.map((aspect) => {
            const from = lowest === undefined ? 0 : lowest(aspect);
            const open = from === null ? [] : [0, 1, 2, 3].filter((level) => level >= from);
            const kept = value[aspect];
            return (
              <Select
                key={aspect}
                label={words[aspect]}
                isOptional
                emptyLabel={emptyLabel}
                value={kept === null ? '' : String(kept)}
                options={open.map((level) => ({ value: String(level), label: `${level} ${nameOf(level)}` }))}
                onChange={(chosen) => {
                  const level = chosen === '' ? null : Number(chosen);
                  onChange(perAspect((one) => (one === aspect ? level : value[one])));
                }}
              />
            );
          })}
        </div>
      )}
    </FieldFrame>
  );
}
