import { inSentence } from '../../../kernel/format.ts';
import { useTexts } from '../../../ui/language.tsx';
import { VerdictMark } from '../../../ui/verdict-mark.tsx';
import { LevelWord, useLevelName } from '../../information/pages/class-figure.tsx';
import { aspects } from '../../information/vocabulary.ts';
import { vocabularyTexts } from '../../information/vocabulary.texts.ts';
import { systemPagesTexts } from './pages.texts.ts';
import type { SystemRecord } from './system-record.ts';

/** Required against proven, aspect by aspect, each with its answer as shape and word (P31). */
export function ProtectionTable({ system }: { readonly system: SystemRecord }) {
  const texts = useTexts(systemPagesTexts).record;
  const words = useTexts(vocabularyTexts).aspects;
  const nameOf = useLevelName();
  return (
    <table className="information-aspects">
      <thead>
        <tr>
          <th scope="col">{texts.aspect}</th>
          <th scope="col">{texts.required}</th>
          <th scope="col">{texts.proven}</th>
          <th scope="col">{texts.outcome}</th>
        </tr>
      </thead>
      <tbody>
        {aspects.map((aspect) => {
          const required = system.required[aspect];
          const proven = system.proven[aspect];
          const before = system.highestCarried[aspect];
          const isRaised = system.raised[aspect] !== null && required !== before;
          const hasGap = system.gaps.includes(aspect);
          return (
            <tr key={aspect}>
              <th scope="row">{words[aspect]}</th>
              <td data-label={texts.required}>
                {required === null ? (
                  <span className="soft">{texts.notRequired}</span>
                ) : (
                  <LevelWord level={required} />
                )}
                {isRaised ? (
                  <span className="soft"> {texts.raisedFrom(inSentence(nameOf(before)))}</span>
                ) : null}
              </td>
              <td data-label={texts.proven}>
                {proven === null ? (
                  <span className="soft">{texts.notProven}</span>
                ) : (
                  <LevelWord level={proven} />
                )}
              </td>
              <td data-label={texts.required}>
                {required === null ? null : (
                  <span className="rule-mark">
                    <span aria-hidden="true">
                      <VerdictMark verdict={hasGap ? 'not_met' : 'met'} isBare />
                    </span>
                    {hasGap ? texts.gap : texts.enough}
                  </span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
