import { Button } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Form } from '../../../ui/form.tsx';
import type { FormState } from '../../../ui/form-state.ts';
import { useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { informationTexts } from '../information.texts.ts';
import type { Aspect } from '../vocabulary.ts';
import { vocabularyTexts } from '../vocabulary.texts.ts';
import { LevelWord } from './class-figure.tsx';
import type { InformationRecord } from './information-record.ts';
import { linesOf } from './lines.ts';
import { classifyTexts, informationPagesTexts } from './pages.texts.ts';
import type { WorkshopValues } from './workshop.tsx';

interface SummaryStepProps {
  readonly form: FormState<WorkshopValues>;
  readonly information: InformationRecord;
  readonly asked: readonly Aspect[];
  readonly onStep: (step: number) => void;
}

/** The sheet that the owner decides on. It prints as it stands. */
export function SummaryStep({ form, information, asked, onStep }: SummaryStepProps) {
  const texts = useTexts(classifyTexts);
  const words = useTexts(vocabularyTexts);
  const record = useTexts(informationPagesTexts).record;
  const { fields } = useTexts(informationTexts);
  const { values } = form;
  return (
    <div className="stack">
      <p>{texts.summaryText}</p>
      <table className="information-aspects">
        <thead>
          <tr>
            <th scope="col">{record.aspect}</th>
            <th scope="col">{record.level}</th>
            <th scope="col">{texts.reason}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {asked.map((aspect, index) => (
            <tr key={aspect}>
              <th scope="row">{words.aspects[aspect]}</th>
              <td>
                <LevelWord level={values.levels[aspect]} />
              </td>
              <td>{values.reasons[aspect]}</td>
              <td className="workshop-change">
                <Button size="small" look="quiet" onClick={() => onStep(index + 1)}>
                  {texts.change}
                  <span className="visually-hidden"> {words.aspects[aspect]}</span>
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <DefinitionList
        facts={[{ term: texts.participants, value: linesOf(values.participants).join(' · ') }]}
      />
      {information.owner === null ? (
        <Notice kind="warning">{texts.noOwner}</Notice>
      ) : (
        <p>{texts.owner(information.owner.name)}</p>
      )}
      <Form
        form={form}
        submitLabel={texts.decide}
        labels={fields}
        secondary={
          <>
            <Button onClick={() => onStep(asked.length)}>{texts.back}</Button>
            <Button look="quiet" onClick={() => window.print()}>
              {texts.print}
            </Button>
          </>
        }
      >
        <DateField {...form.field('decidedOn')} label={texts.decidedOn} />
        <DateField
          {...form.field('nextReviewOn')}
          label={texts.nextReviewOn}
          hint={texts.nextReviewHint}
          isOptional
        />
      </Form>
    </div>
  );
}
