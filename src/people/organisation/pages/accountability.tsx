import { useState } from 'react';
import { dayOf } from '../../../kernel/calendar.ts';
import { formatLongDate } from '../../../kernel/format.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Section } from '../../../ui/page.tsx';
import { organisationPagesTexts } from './pages.texts.ts';
import { orNull } from './words.ts';

type Row = ViewMap['entity.record']['answer'] | ViewMap['body.record']['answer'];
interface DutiesProps {
  readonly row: Row;
  readonly register: 'entity' | 'body';
}

/** What an authority of its own answers for: a complete register (P18), and its data protection officer (P33). */
export function Accountability({ row, register }: DutiesProps) {
  const texts = useTexts(organisationPagesTexts);
  const language = useLanguage();
  const [open, setOpen] = useState<'complete' | 'officer' | null>(null);
  const day = (text: string | null) => (text === null ? texts.noDay : formatLongDate(text, language));
  const officer = row.controller
    ? [
        { term: texts.declare.officerReported, value: day(row.officerReportedOn) },
        { term: texts.declare.officerPublished, value: day(row.officerPublishedOn) },
      ]
    : [];
  const close = () => setOpen(null);
  return (
    <Section title={texts.declare.title} lead={texts.declare.completeLead}>
      <DefinitionList
        facts={[{ term: texts.declare.complete, value: day(row.registerCompleteOn) }, ...officer]}
      />
      <p className="row">
        {row.may.declareRegisterComplete.allowed ? (
          <Button onClick={() => setOpen('complete')}>{texts.declare.completeAction}</Button>
        ) : null}
        {row.may.reportOfficer.allowed ? (
          <Button onClick={() => setOpen('officer')}>{texts.declare.officerAction}</Button>
        ) : null}
      </p>
      {open === 'complete' ? <CompleteDialog row={row} register={register} onClose={close} /> : null}
      {open === 'officer' ? <OfficerDialog row={row} register={register} onClose={close} /> : null}
    </Section>
  );
}

function CompleteDialog({ row, register, onClose }: DutiesProps & { readonly onClose: () => void }) {
  const texts = useTexts(organisationPagesTexts);
  const entity = useAct('entity.declareRegisterComplete');
  const body = useAct('body.declareRegisterComplete');
  const { run } = register === 'entity' ? entity : body;
  const form = useForm<{ on: string }, unknown>({
    initial: { on: dayOf(new Date()) },
    version: row.version,
    submit: (input, circumstances) => run({ id: row.id, input, ...circumstances }),
    onSaved: onClose,
  });
  return (
    <Dialog title={texts.declare.completeAction} isOpen onClose={onClose}>
      <Form
        form={form}
        submitLabel={texts.declare.completeAction}
        labels={{ on: texts.declare.completeDay }}
        secondary={<Button onClick={onClose}>{texts.cancel}</Button>}
      >
        <p>{texts.declare.completeText}</p>
        <DateField {...form.field('on')} label={texts.declare.completeDay} />
      </Form>
    </Dialog>
  );
}

function OfficerDialog({ row, register, onClose }: DutiesProps & { readonly onClose: () => void }) {
  const texts = useTexts(organisationPagesTexts);
  const entity = useAct('entity.reportOfficer');
  const body = useAct('body.reportOfficer');
  const { run } = register === 'entity' ? entity : body;
  const form = useForm<{ reportedOn: string; publishedOn: string }, unknown>({
    initial: { reportedOn: row.officerReportedOn ?? '', publishedOn: row.officerPublishedOn ?? '' },
    version: row.version,
    submit: ({ reportedOn, publishedOn }, circumstances) =>
      run({
        id: row.id,
        input: { reportedOn: orNull(reportedOn), publishedOn: orNull(publishedOn) },
        ...circumstances,
      }),
    onSaved: onClose,
  });
  const { reportedLabel, publishedLabel } = texts.declare;
  return (
    <Dialog title={texts.declare.officerAction} isOpen onClose={onClose}>
      <Form
        form={form}
        submitLabel={texts.save}
        labels={{ reportedOn: reportedLabel, publishedOn: publishedLabel }}
        secondary={<Button onClick={onClose}>{texts.cancel}</Button>}
      >
        <p>{texts.declare.officerText}</p>
        <DateField {...form.field('reportedOn')} label={reportedLabel} isOptional />
        <DateField {...form.field('publishedOn')} label={publishedLabel} isOptional />
      </Form>
    </Dialog>
  );
}
