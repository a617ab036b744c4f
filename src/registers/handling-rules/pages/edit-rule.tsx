import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { useLevelName } from '../../information/pages/class-figure.tsx';
import { someOptions } from '../../information/pages/options.ts';
import type { Carrier } from '../../information/vocabulary.ts';
import { vocabularyTexts } from '../../information/vocabulary.texts.ts';
import { withoutBlanks } from '../../information/pages/without-blanks.ts';
import { handlingRuleTexts } from '../handling-rule.texts.ts';
import { ruleFor, type RuleVerdict, ruleVerdicts } from '../judge.ts';
import type { MatrixRow, ShownRule } from './matrix-rows.ts';
import { rulesPageTexts } from './pages.texts.ts';

interface EditRuleProps {
  readonly row: MatrixRow;
  readonly level: number;
  readonly rules: readonly ShownRule[];
  readonly onClose: () => void;
}

interface RuleValues {
  readonly carrier: Carrier | '';
  readonly verdict: RuleVerdict | '';
  readonly conditionSv: string;
  readonly conditionEn: string;
  readonly reason: string;
}

/** Changes one cell: one form of one activity at one level, with the reason for it. */
export function EditRule({ row, level, rules, onClose }: EditRuleProps) {
  const texts = useTexts(rulesPageTexts);
  const { fields, verdicts } = useTexts(handlingRuleTexts);
  const words = useTexts(vocabularyTexts);
  const nameOf = useLevelName();
  const set = useAct('handlingRule.set');
  const cell = row.cells[level];
  const initial: RuleValues = {
    carrier: row.carriers.length === 1 ? (row.carriers[0] ?? '') : '',
    verdict: cell?.verdict ?? '',
    conditionSv: cell?.conditionSv ?? '',
    conditionEn: cell?.conditionEn ?? '',
    reason: '',
  };
  const form = useForm({
    initial,
    submit: (values, { confirm, version }) => {
      const isConditional = values.verdict === 'conditional';
      // Chosen from lists, or empty: then the server names the field.
      const carrier = values.carrier as Carrier;
      const verdict = values.verdict as RuleVerdict;
      const seen = version ?? ruleFor(rules, level, row.activity, carrier)?.version ?? null;
      const input = {
        level,
        activity: row.activity,
        carrier,
        verdict,
        conditionSv: isConditional ? values.conditionSv : '',
        conditionEn: isConditional ? values.conditionEn : '',
        reason: values.reason,
        seenVersion: seen,
      };
      return set.run({
        input: withoutBlanks(input, ['carrier', 'verdict', 'reason']),
        ...(confirm === undefined ? {} : { confirm }),
      });
    },
    onSaved: onClose,
  });
  const isConditional = form.values.verdict === 'conditional';
  return (
    <Dialog title={texts.editTitle} isOpen onClose={onClose}>
      <p>{texts.editCell(words.activities[row.activity], texts.level(level, nameOf(level)))}</p>
      <Form
        form={form}
        submitLabel={texts.save}
        labels={fields}
        secondary={<Button onClick={onClose}>{texts.cancel}</Button>}
      >
        {row.carriers.length === 1 ? null : (
          <Select
            {...form.field('carrier')}
            label={fields.carrier}
            options={someOptions(row.carriers, words.carriers)}
          />
        )}
        <RadioGroup
          {...form.field('verdict')}
          label={fields.verdict}
          options={someOptions(ruleVerdicts, verdicts)}
        />
        {isConditional ? (
          <>
            <TextArea
              {...form.field('conditionSv')}
              label={fields.conditionSv}
              hint={texts.conditionHint}
              rows={3}
              maxLength={600}
            />
            <TextArea {...form.field('conditionEn')} label={fields.conditionEn} rows={3} maxLength={600} />
          </>
        ) : null}
        <TextArea {...form.field('reason')} label={fields.reason} hint={texts.reasonHint} rows={3} />
      </Form>
    </Dialog>
  );
}
