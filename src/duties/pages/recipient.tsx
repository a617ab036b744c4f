import { useState } from 'react';
import { History } from '../../audit/pages/history.tsx';
import type { ViewMap } from '../../ui/api-types.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPage, Loaded } from '../../ui/error-page.tsx';
import { useForm } from '../../ui/form-state.ts';
import { Form } from '../../ui/form.tsx';
import { useAct, useView } from '../../ui/hooks.ts';
import { useTexts } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useRouteParameter } from '../../ui/routing.ts';
import { TextField } from '../../ui/text-field.tsx';
import { type RecipientKey, recipientKeys } from '../duty.ts';
import { dutyTexts } from '../duty.texts.ts';
import './duties.css';
import { HeldRows } from './held-rows.tsx';
import { dutyPagesTexts } from './pages.texts.ts';
import { RowFields, rowInput, rowValues } from './row-fields.tsx';

type Answer = ViewMap['dutyRecipient.list']['answer'];
type Row = Answer['items'][number];

/** One recipient: who it is and has been, and how to enter that it has changed. */
export default function RecipientPage() {
  const given = useRouteParameter('key');
  const key = recipientKeys.find((one) => one === given);
  const view = useView('dutyRecipient.list');
  if (key === undefined) return <ErrorPage kind="notFound" />;
  return <Loaded view={view}>{(answer) => <Rows key={key} name={key} answer={answer} />}</Loaded>;
}

function Rows({ name, answer }: { readonly name: RecipientKey; readonly answer: Answer }) {
  const texts = useTexts(dutyPagesTexts);
  const words = useTexts(dutyTexts);
  const withdraw = useAct('dutyRecipient.withdraw');
  const [editing, setEditing] = useState<Row | null>(null);
  const rows = answer.items.filter((row) => row.key === name);
  const mayEdit = answer.may.edit;
  return (
    <Page
      title={texts.recipientTitle(words.recipientKeys[name])}
      breadcrumbs={[
        { label: texts.title, to: '/plikter' },
        { label: texts.data, to: '/plikter/tider-och-mottagare' },
      ]}
      aside={<History register="dutyRecipient" />}
    >
      <HeldRows
        rows={rows}
        mayEdit={mayEdit}
        say={(row) => `${row.name}. ${row.channel}`}
        onEdit={setEditing}
        withdraw={(id, reason, circumstances) => withdraw.run({ id, input: { reason }, ...circumstances })}
      />
      {mayEdit ? (
        <Section title={editing === null ? texts.enterTitle : texts.changeTitle}>
          <RecipientForm
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

interface RecipientFormProps {
  readonly name: RecipientKey;
  readonly row: Row | null;
  readonly today: string;
  readonly onDone: () => void;
}

function RecipientForm({ name, row, today, onDone }: RecipientFormProps) {
  const texts = useTexts(dutyPagesTexts);
  const words = useTexts(dutyTexts);
  const enter = useAct('dutyRecipient.enter');
  const change = useAct('dutyRecipient.change');
  const form = useForm({
    initial: { name: row?.name ?? '', channel: row?.channel ?? '', ...rowValues(row, today) },
    ...(row?.version == null ? {} : { version: row.version }),
    submit: ({ name: who, channel, ...values }, circumstances) => {
      const input = { name: who, channel, ...rowInput(values) };
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
      <TextField {...form.field('name')} label={words.fields.name} />
      <TextField {...form.field('channel')} label={words.fields.channel} hint={texts.channelHint} />
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
