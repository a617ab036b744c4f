import { useState } from 'react';
import { History } from '../../audit/pages/history.tsx';
import { optionsOf } from '../../registers/information/pages/options.ts';
import type { ViewMap } from '../../ui/api-types.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPage, Loaded } from '../../ui/error-page.tsx';
import { useForm } from '../../ui/form-state.ts';
import { Form } from '../../ui/form.tsx';
import { useAct, useView } from '../../ui/hooks.ts';
import { useTexts } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { useRouteParameter } from '../../ui/routing.ts';
import { Select } from '../../ui/select.tsx';
import { type TermKey, termKeys } from '../duty.ts';
import { dutyTexts } from '../duty.texts.ts';
import './duties.css';
import { HeldRows } from './held-rows.tsx';
import { dutyPagesTexts } from './pages.texts.ts';
import { RowFields, rowInput, type RowValues, rowValues } from './row-fields.tsx';
import { useTermWords } from './term-words.ts';

type Answer = ViewMap['dutyTerm.list']['answer'];
type Row = Answer['items'][number];

/** One term: how long it is and has been, and how to enter that it has changed. */
export default function TermPage() {
  const given = useRouteParameter('key');
  const key = termKeys.find((one) => one === given);
  const view = useView('dutyTerm.list');
  if (key === undefined) return <ErrorPage kind="notFound" />;
  return <Loaded view={view}>{(answer) => <Rows key={key} name={key} answer={answer} />}</Loaded>;
}

function Rows({ name, answer }: { readonly name: TermKey; readonly answer: Answer }) {
  const texts = useTexts(dutyPagesTexts);
  const words = useTexts(dutyTexts);
  const lengthOf = useTermWords();
  const withdraw = useAct('dutyTerm.withdraw');
  const [editing, setEditing] = useState<Row | null>(null);
  const rows = answer.items.filter((row) => row.key === name);
  const mayEdit = answer.may.edit;
  return (
    <Page
      title={texts.termTitle(words.termKeys[name])}
      breadcrumbs={[
        { label: texts.title, to: '/plikter' },
        { label: texts.data, to: '/plikter/tider-och-mottagare' },
      ]}
      aside={<History register="dutyTerm" />}
    >
      <HeldRows
        rows={rows}
        mayEdit={mayEdit}
        say={lengthOf}
        onEdit={setEditing}
        withdraw={(id, reason, circumstances) => withdraw.run({ id, input: { reason }, ...circumstances })}
      />
      {mayEdit ? (
        <Section title={editing === null ? texts.enterTitle : texts.changeTitle}>
          <TermForm
            key={`${editing?.id ?? ''} ${editing?.version ?? rows.length}`}
            name={name}
            row={editing}
            today={answer.today}
            onDone={() => setEditing(null)}
          />
        </Section>
      ) : (
        <Notice>{texts.forbidden}</Notice>
      )}
    </Page>
  );
}

interface TermValues extends RowValues {
  readonly unit: Row['unit'] | '';
  readonly amount: number | null;
  readonly restDays: Row['restDays'] | '';
}

interface TermFormProps {
  readonly name: TermKey;
  readonly row: Row | null;
  readonly today: string;
  readonly onDone: () => void;
}

function TermForm({ name, row, today, onDone }: TermFormProps) {
  const texts = useTexts(dutyPagesTexts);
  const words = useTexts(dutyTexts);
  const enter = useAct('dutyTerm.enter');
  const change = useAct('dutyTerm.change');
  const initial: TermValues = {
    unit: row?.unit ?? 'hours',
    amount: row?.amount ?? null,
    restDays: row?.restDays ?? 'counts',
    ...rowValues(row, today),
  };
  const form = useForm({
    initial,
    ...(row?.version == null ? {} : { version: row.version }),
    submit: ({ unit, amount, restDays, ...values }, circumstances) => {
      const input = {
        unit: unit as Row['unit'], // the register says so when nothing is chosen
        amount,
        restDays: restDays as Row['restDays'],
        ...rowInput(values),
      };
      return row?.id == null
        ? enter.run({ input: { key: name, ...input }, ...circumstances })
        : change.run({ id: row.id, input, ...circumstances });
    },
    onSaved: onDone,
  });
  return (
    <Form
      form={form}
      submitLabel={texts.enter}
      labels={words.fields}
      secondary={row === null ? null : <Button onClick={onDone}>{texts.stopEdit}</Button>}
    >
      <Select {...form.field('unit')} label={words.fields.unit} options={optionsOf(words.units)} />
      <NumberField {...form.field('amount')} label={words.fields.amount} hint={texts.amountHint} isOptional />
      <RadioGroup
        {...form.field('restDays')}
        label={words.fields.restDays}
        options={optionsOf(words.restDayRules)}
      />
      <RowFields
        fields={{
          from: form.field('from'),
          until: form.field('until'),
          state: form.field('state'),
          source: form.field('source'),
          readOn: form.field('readOn'),
          reason: form.field('reason'),
        }}
      />
    </Form>
  );
}
