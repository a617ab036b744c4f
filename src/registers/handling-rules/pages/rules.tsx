import { useState } from 'react';
import { formatList, inSentence } from '../../../kernel/format.ts';
import { History } from '../../../audit/pages/history.tsx';
import { Button } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { EmptyState } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { VerdictMark } from '../../../ui/verdict-mark.tsx';
import { useLevelName } from '../../information/pages/class-figure.tsx';
import { ReasonDialog } from '../../information/pages/reason-dialog.tsx';
import { vocabularyTexts } from '../../information/vocabulary.texts.ts';
import { handlingRuleTexts } from '../handling-rule.texts.ts';
import { EditRule } from './edit-rule.tsx';
import { type MatrixRow, matrixRows, type ShownRule, shownLevels } from './matrix-rows.ts';
import { rulesPageTexts } from './pages.texts.ts';
import './rules.css';

export default function RulesPage() {
  const view = useView('handlingRule.matrix');
  return (
    <Loaded view={view}>
      {(matrix) => <Rules rules={matrix.items} mayChange={matrix.may.set.allowed} />}
    </Loaded>
  );
}

interface RulesProps {
  readonly rules: readonly ShownRule[];
  readonly mayChange: boolean;
}

/** Which cell is being changed. */
interface Chosen {
  readonly row: MatrixRow;
  readonly level: number;
}

function Rules({ rules, mayChange }: RulesProps) {
  const texts = useTexts(rulesPageTexts);
  const { fields } = useTexts(handlingRuleTexts);
  const restore = useAct('handlingRule.restoreDefault');
  const [isRestoring, setRestoring] = useState(false);
  const [isChanging, setChanging] = useState(false);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const restoreButton = <Button onClick={() => setRestoring(true)}>{texts.restore}</Button>;
  const more = mayChange
    ? [
        {
          key: 'change',
          label: isChanging ? texts.endEditMode : texts.editMode,
          onAction: () => setChanging(!isChanging),
        },
        { key: 'restore', label: texts.restore, onAction: () => setRestoring(true) },
      ]
    : [];
  const print = (
    <Button look="primary" onClick={() => window.print()}>
      {texts.print}
    </Button>
  );
  return (
    <Page title={texts.title} lead={texts.lead} primary={rules.length === 0 ? null : print} more={more}>
      {rules.length === 0 ? (
        <EmptyState title={texts.none} action={mayChange ? restoreButton : undefined}>
          {mayChange ? texts.noneText : texts.noneWait}
        </EmptyState>
      ) : (
        <Matrix rules={rules} onChoose={isChanging ? setChosen : undefined} />
      )}
      <p className="soft">{texts.stop}</p>
      {isRestoring ? (
        <ReasonDialog
          title={texts.restoreTitle}
          label={fields.reason}
          confirmLabel={texts.restore}
          cancelLabel={texts.cancel}
          onClose={() => setRestoring(false)}
          run={(reason, { confirm }) =>
            restore.run({ input: { reason }, ...(confirm === undefined ? {} : { confirm }) })
          }
        >
          <p>{texts.restoreText}</p>
        </ReasonDialog>
      ) : null}
      {chosen === null ? null : (
        <EditRule row={chosen.row} level={chosen.level} rules={rules} onClose={() => setChosen(null)} />
      )}
      <History register="handlingRule" />
    </Page>
  );
}

interface MatrixProps {
  readonly rules: readonly ShownRule[];
  readonly onChoose: ((chosen: Chosen) => void) | undefined;
}

/** A table on wide screens and on paper; on a phone a card for each row. */
function Matrix({ rules, onChoose }: MatrixProps) {
  const texts = useTexts(rulesPageTexts);
  const words = useTexts(vocabularyTexts);
  const language = useLanguage();
  const nameOf = useLevelName();
  const formsOf = (row: MatrixRow) =>
    formatList(
      row.carriers.map((carrier, index) =>
        index === 0 ? words.carriers[carrier] : inSentence(words.carriers[carrier]),
      ),
      language,
    );
  return (
    <table className="rules">
      <caption className="visually-hidden">{texts.table}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.what}</th>
          {shownLevels.map((level) => (
            <th scope="col" key={level}>
              {texts.level(level, nameOf(level))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {matrixRows(rules).map((row) => (
          <tr key={`${row.activity} ${row.carriers.join()}`}>
            <th scope="row">
              {words.activities[row.activity]}
              <span className="rules-forms">{formsOf(row)}</span>
            </th>
            {shownLevels.map((level) => (
              <td key={level}>
                <span className="rules-level">{texts.level(level, nameOf(level))}</span>
                <Cell rule={row.cells[level]} />
                {onChoose === undefined ? null : (
                  <Button size="small" look="quiet" onClick={() => onChoose({ row, level })}>
                    {texts.edit}
                    <span className="visually-hidden">
                      {' '}
                      {texts.editCell(words.activities[row.activity], nameOf(level))}
                    </span>
                  </Button>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const marks = { allowed: 'met', conditional: 'partly', forbidden: 'not_met' } as const;

function Cell({ rule }: { readonly rule: ShownRule | undefined }) {
  const { verdicts } = useTexts(handlingRuleTexts);
  const texts = useTexts(rulesPageTexts);
  const language = useLanguage();
  const condition = (language === 'sv' ? rule?.conditionSv : rule?.conditionEn) ?? '';
  return (
    <div className="rules-cell">
      <span className="rules-verdict" data-verdict={rule?.verdict ?? 'none'}>
        <span aria-hidden="true">
          <VerdictMark verdict={rule === undefined ? 'undetermined' : marks[rule.verdict]} isBare />
        </span>
        {verdicts[rule?.verdict ?? 'none']}
      </span>
      {condition === '' ? null : <span className="rules-condition">{condition}</span>}
      {rule === undefined || rule.isDefault ? null : <span className="rules-own">{texts.own}</span>}
    </div>
  );
}
