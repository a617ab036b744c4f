import { useState } from 'react';
import { typesetDecision } from '../../../kernel/decision-reference.ts';
import { formatNumber } from '../../../kernel/format.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { ErrorPage, Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { ReasonDialog } from '../../../registers/information/pages/reason-dialog.tsx';
import type { RetainedFamily } from '../retention-rule.ts';
import { retentionRuleTexts } from '../retention-rule.texts.ts';
import { retentionPagesTexts } from './pages.texts.ts';
import type { FamilyRow, RetentionAnswer } from './retention.tsx';

const listPath = '/gallring-av-loggen';

/** One family's rule: entered, changed or ended, with what it would take shown beforehand. */
export default function RulePage() {
  const family = useRouteParameter('family');
  const view = useView('retentionRule.list');
  return (
    <Loaded view={view}>
      {(answer) => {
        const row = answer.families.find((one) => one.family === family);
        return row === undefined ? <ErrorPage kind="notFound" /> : <Rule row={row} answer={answer} />;
      }}
    </Loaded>
  );
}

interface RuleProps {
  readonly row: FamilyRow;
  readonly answer: RetentionAnswer;
}

function Rule({ row, answer }: RuleProps) {
  const texts = useTexts(retentionPagesTexts);
  const { families, fields } = useTexts(retentionRuleTexts);
  const { family, rule } = row;
  const facts = [
    { term: fields.months, value: rule === null ? texts.noRule : texts.months(rule.months) },
    { term: fields.decision, value: rule === null ? null : typesetDecision(rule.decision) },
    { term: fields.from, value: rule?.from },
    { term: fields.note, value: rule?.note },
  ];
  return (
    <Page
      title={families[family]}
      lead={texts.ruleLead(texts.examples[family])}
      breadcrumbs={[{ label: texts.title, to: listPath }]}
    >
      {family === 'changes' ? <Notice>{texts.changesNotice}</Notice> : null}
      {answer.may.edit ? (
        <RuleForm key={rule?.version ?? 0} row={row} answer={answer} />
      ) : (
        <>
          <DefinitionList facts={facts} />
          {answer.may.preview && rule !== null ? <Preview family={family} months={rule.months} /> : null}
          <Notice>{texts.forbidden}</Notice>
        </>
      )}
    </Page>
  );
}

function RuleForm({ row, answer }: RuleProps) {
  const texts = useTexts(retentionPagesTexts);
  const { fields } = useTexts(retentionRuleTexts);
  const { family, rule, proposed, least } = row;
  const decide = useAct('retentionRule.decide');
  const set = useAct('retentionRule.set');
  const go = useGo();
  const form = useForm({
    initial: {
      months: rule?.months ?? proposed,
      decision: rule?.decision ?? '',
      from: rule?.from ?? answer.earliest,
      note: rule?.note ?? '',
    },
    ...(rule === null ? {} : { version: rule.version }),
    submit: ({ months, ...terms }, circumstances) => {
      // A number that is missing is refused by the register, like one that is too small.
      const input = { ...terms, months: months ?? 0 };
      return rule === null
        ? decide.run({ input: { family, ...input }, ...circumstances })
        : set.run({ id: rule.id, input, ...circumstances });
    },
    onSaved: () => go(listPath),
  });
  return (
    <>
      <Form
        form={form}
        submitLabel={texts.save}
        labels={fields}
        secondary={<LinkButton to={listPath}>{texts.cancel}</LinkButton>}
      >
        <NumberField
          {...form.field('months')}
          label={fields.months}
          hint={texts.monthsHint(least)}
          unit={texts.monthsUnit}
        />
        <TextField {...form.field('decision')} label={fields.decision} hint={texts.decisionHint} />
        <DateField {...form.field('from')} label={fields.from} hint={texts.fromHint(answer.earliest)} />
        <TextArea
          {...form.field('note')}
          label={fields.note}
          hint={texts.noteHint}
          maxLength={1000}
          isOptional
        />
        <Preview family={family} months={form.values.months} />
      </Form>
      {rule === null ? null : <EndRule id={rule.id} version={rule.version} />}
    </>
  );
}

interface PreviewProps {
  readonly family: RetainedFamily;
  readonly months: number | null;
}

/** What so long a time would erase if it held today. */
function Preview({ family, months }: PreviewProps) {
  const texts = useTexts(retentionPagesTexts);
  const language = useLanguage();
  const isAskable = months !== null && Number.isInteger(months) && months >= 1 && months <= 1200;
  const view = useView('retentionRule.preview', {
    query: { family, months: months ?? 1 },
    isEnabled: isAskable,
  });
  return (
    <Section title={texts.previewTitle}>
      {isAskable ? (
        <Loaded view={view}>
          {({ events, isMore, keptSince }) => {
            const count = formatNumber(events, language);
            if (events === 0) return <p>{texts.previewNone}</p>;
            return <p>{isMore ? texts.previewMore(count, keptSince) : texts.preview(count, keptSince)}</p>;
          }}
        </Loaded>
      ) : (
        <p>{texts.previewAsk}</p>
      )}
    </Section>
  );
}

function EndRule({ id, version }: { readonly id: string; readonly version: number }) {
  const texts = useTexts(retentionPagesTexts);
  const end = useAct('retentionRule.end');
  const go = useGo();
  const [isEnding, setEnding] = useState(false);
  return (
    <>
      <p>
        <Button onClick={() => setEnding(true)}>{texts.end}</Button>
      </p>
      {isEnding ? (
        <ReasonDialog
          title={texts.endTitle}
          label={texts.endReason}
          confirmLabel={texts.end}
          cancelLabel={texts.cancel}
          version={version}
          onClose={() => setEnding(false)}
          run={async (reason, circumstances) => {
            await end.run({ id, version, input: { reason }, ...circumstances });
            go(listPath);
          }}
        >
          <p>{texts.endText}</p>
        </ReasonDialog>
      ) : null}
    </>
  );
}
