import { formatMoment } from '../../../kernel/format.ts';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { uiTexts } from '../../../ui/ui.texts.ts';
import { Tag } from '../../../ui/verdict-mark.tsx';
import { optionsOf } from '../../information/pages/options.ts';
import { incidentTexts } from '../incident.texts.ts';
import type { EntryKind } from '../incident.ts';
import './case.css';
import type { CaseRecord } from './case-record.ts';
import { MomentField, readMoment } from './moment-field.tsx';
import { incidentPagesTexts } from './pages.texts.ts';

type WrittenKind = Exclude<EntryKind, 'fromReporter'>;

/** What is known, decided and done, in order; and a place to write more. */
export function Timeline({ record }: { readonly record: CaseRecord }) {
  const texts = useTexts(incidentPagesTexts).record;
  const { timelineKinds } = useTexts(incidentTexts);
  const { product } = useTexts(uiTexts);
  const language = useLanguage();
  const moment = (instant: string) => formatMoment(instant, language);
  return (
    <div className="stack">
      {record.entries.length === 0 ? <p className="soft">{texts.noTimeline}</p> : null}
      <ol className="case-timeline">
        {record.entries.map(({ number, kind, text, happenedAt, writtenAt, writer }) => (
          <li key={number}>
            <p className="row">
              <Tag>{timelineKinds[kind]}</Tag>
              <span className="soft">
                {texts.writtenBy(
                  writer ?? (kind === 'fromReporter' ? texts.theReporter : product),
                  moment(writtenAt),
                )}
              </span>
              {moment(happenedAt) === moment(writtenAt) ? null : (
                <span className="soft">{texts.happened(moment(happenedAt))}</span>
              )}
            </p>
            <p className="case-text">{text}</p>
          </li>
        ))}
      </ol>
      {record.may.reply.allowed ? <Writing key={record.entries.length} record={record} /> : null}
    </div>
  );
}

/** What can be written: anything in a case at work, and an answer to who reported where the case has gone into another. */
function Writing({ record }: { readonly record: CaseRecord }) {
  const texts = useTexts(incidentPagesTexts).record;
  const { fields, timelineKinds } = useTexts(incidentTexts);
  const note = useAct('incident.note');
  const initial: { kind: WrittenKind | ''; text: string; happenedAt: string } = {
    kind: record.may.note.allowed ? 'fact' : 'toReporter',
    text: '',
    happenedAt: '',
  };
  const form = useForm({
    initial,
    submit: ({ kind, text, happenedAt }, circumstances) =>
      note.run({
        id: record.id,
        // What is not chosen is sent as it is: the server names the field.
        input: { kind: kind as WrittenKind, text, happenedAt: readMoment(happenedAt, null) },
        ...circumstances,
      }),
  });
  const { fromReporter: _theirs, ...written } = timelineKinds;
  const kinds = optionsOf(written).filter(({ value }) => record.may.note.allowed || value === 'toReporter');
  return (
    <Form form={form} submitLabel={texts.write} labels={fields}>
      <Select {...form.field('kind')} label={fields['entry.kind']} options={kinds} />
      <TextArea
        {...form.field('text')}
        label={fields.text}
        hint={texts.writeHint}
        rows={3}
        maxLength={4000}
      />
      <MomentField {...form.field('happenedAt')} label={fields.happenedAt} isOptional />
    </Form>
  );
}
