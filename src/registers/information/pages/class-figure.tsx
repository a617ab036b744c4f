import { useTexts } from '../../../ui/language.tsx';
import { type Aspect, aspects } from '../vocabulary.ts';
import { vocabularyTexts } from '../vocabulary.texts.ts';
import './class-figure.css';

/** A level per aspect; null where there is none. */
export type LevelsShown = Readonly<Record<Aspect, number | null>>;

/** What a level is called: its word, never only its digit, since digits have moved between versions of the models. */
export function useLevelName(): (level: number | null) => string {
  const { levels } = useTexts(vocabularyTexts);
  const names: readonly string[] = [
    levels.level0,
    levels.level1,
    levels.level2,
    levels.level3,
    levels.level4,
  ];
  return (level) => (level === null ? levels.none : (names[level] ?? levels.none));
}

/** A class in a line: K2 R1 T3 S–, each with its words for those who listen or point. */
export function ClassFigure({ levels }: { readonly levels: LevelsShown }) {
  const texts = useTexts(vocabularyTexts);
  const nameOf = useLevelName();
  const shown = aspects.filter((aspect) => aspect !== 'traceability' || levels.traceability !== null);
  if (levels.confidentiality === null && levels.integrity === null && levels.availability === null) {
    return <span className="soft">{texts.levels.none}</span>;
  }
  return (
    <span className="class-figure">
      {shown.map((aspect) => {
        const words = `${texts.aspects[aspect]}: ${nameOf(levels[aspect])}`;
        return (
          <span key={aspect} className="class-part" data-level={levels[aspect] ?? 'none'} title={words}>
            <span aria-hidden="true">
              {texts.aspectLetters[aspect]}
              {levels[aspect] ?? '–'}
            </span>
            <span className="visually-hidden">{words}. </span>
          </span>
        );
      })}
    </span>
  );
}

/** A level as its digit and word. */
export function LevelWord({ level }: { readonly level: number | null }) {
  const nameOf = useLevelName();
  if (level === null) return <span className="soft">{nameOf(null)}</span>;
  return (
    <span className="level-word">
      <span className="class-part" data-level={level}>
        {level}
      </span>{' '}
      {nameOf(level)}
    </span>
  );
}
