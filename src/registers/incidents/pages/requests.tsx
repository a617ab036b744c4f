import { useState } from 'react';
import { formatMoment } from '../../../kernel/format.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { incidentTexts } from '../incident.texts.ts';
import type { CaseRecord } from './case-record.ts';
import { MomentField, readMoment, shownMoment } from './moment-field.tsx';
import { incidentPagesTexts } from './pages.texts.ts';
import { partyPagesTexts } from './party-pages.texts.ts';

interface Props {
  readonly record: CaseRecord;
  readonly answer: ViewMap['incident.duties']['answer'];
}

/** What authorities have asked for, and the way to note that one has. */
export function Requests({ record, answer }: Props) {
  const { request: texts } = useTexts(partyPagesTexts);
  const language = useLanguage();
  const [isNoting, setNoting] = useState(false);
  const mayNote = record.may.note.allowed && answer.onRequest.length > 0;
  if (!mayNote && answer.requests.length === 0) return null;
  return (
    <div className="stack">
      {answer.requests.length === 0 ? null : (
        <div>
          <h3>{texts.list}</h3>
          <ul>
            {answer.requests.map(({ title, party, askedBy, askedAt, dueAt }) => (
              <li key={askedAt + party}>
                {title}, {party}.{' '}
                <span className="soft">
                  {texts.asked(askedBy === '' ? texts.someone : askedBy, formatMoment(askedAt, language))},{' '}
                  {dueAt === null ? texts.atOnce : texts.due(formatMoment(dueAt, language))}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {mayNote ? (
        <div>
          <Button size="small" onClick={() => setNoting(true)}>
            {texts.note}
          </Button>
        </div>
      ) : null}
      {isNoting ? <RequestDialog record={record} answer={answer} onClose={() => setNoting(false)} /> : null}
    </div>
  );
}

function RequestDialog({ record, answer, onClose }: Props & { readonly onClose: () => void }) {
  const { request: texts } = useTexts(partyPagesTexts);
  const { cancel } = useTexts(incidentPagesTexts).record;
  const { fields } = useTexts(incidentTexts);
  const note = useAct('incident.noteReportRequest');
  const options = answer.onRequest.map(({ title, party }, index) => ({
    value: String(index),
    label: `${title}, ${party}`,
  }));
  const form = useForm({
    initial: {
      which: '0',
      askedBy: answer.onRequest[0]?.recipient ?? '',
      askedAt: shownMoment(new Date().toISOString()),
      dueAt: '',
    },
    version: record.version,
    submit: ({ which, askedBy, askedAt, dueAt }, circumstances) => {
      const { duty = '', partyId = '' } = answer.onRequest[Number(which)] ?? {};
      return note.run({
        id: record.id,
        input: {
          duty,
          partyId: partyId as Id<'IncidentParty'>, // of this very case
          askedBy,
          askedAt: readMoment(askedAt, null) ?? '',
          dueAt: readMoment(dueAt, null),
        },
        ...circumstances,
      });
    },
    onSaved: onClose,
  });
  return (
    <Dialog title={texts.title} isOpen onClose={onClose}>
      <p>{texts.lead}</p>
      <Form
        form={form}
        submitLabel={texts.save}
        labels={fields}
        secondary={<Button onClick={onClose}>{cancel}</Button>}
      >
        {options.length === 1 ? null : (
          <Select {...form.field('which')} label={texts.whose} options={options} />
        )}
        <TextField {...form.field('askedBy')} label={fields.askedBy} />
        <MomentField {...form.field('askedAt')} label={fields.askedAt} />
        <MomentField {...form.field('dueAt')} label={fields.dueAt} hint={texts.dueHint} isOptional />
      </Form>
    </Dialog>
  );
}
