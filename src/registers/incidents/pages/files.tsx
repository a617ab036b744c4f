import { useState } from 'react';
import { formatMoment, formatNumber } from '../../../kernel/format.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Language } from '../../../kernel/texts.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { FilePick } from '../../../ui/file-pick.tsx';
import { FieldFrame } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { Tag } from '../../../ui/verdict-mark.tsx';
import { ActProblem, isShown } from '../../information/pages/act-problem.tsx';
import { incidentTexts } from '../incident.texts.ts';
import '../../information/pages/class-figure.css';
import './case.css';
import type { CaseRecord } from './case-record.ts';
import { incidentPagesTexts } from './pages.texts.ts';

type CaseFile = CaseRecord['files'][number];
/** The warning of the action that hands out what nothing has looked at (file.ts). */
const unscannedWarning = 'unscanned';
const megabyte = 1_000_000;

/** The files of a case, each with who has had it in hand. */
export function Files({ record }: { readonly record: CaseRecord }) {
  const texts = useTexts(incidentPagesTexts).record;
  return (
    <div className="stack">
      {record.files.length === 0 ? <p className="soft">{texts.noFiles}</p> : null}
      <ul className="things">
        {record.files.map((file) => (
          <li className="thing" key={file.id}>
            <FileLine record={record} file={file} />
          </li>
        ))}
      </ul>
      {record.may.attach.allowed ? <AddFile record={record} /> : null}
    </div>
  );
}

function FileLine({ record, file }: { readonly record: CaseRecord; readonly file: CaseFile }) {
  const texts = useTexts(incidentPagesTexts).record;
  const { standings, refusals } = useTexts(incidentTexts);
  const language = useLanguage();
  const open = useAct('incident.openFile');
  const [isDisclosing, setDisclosing] = useState(false);
  const [isWarned, setWarned] = useState(false);
  const fileId = file.id as Id<'IncidentFile'>; // of this very case
  const reason = whyNotHandedOut(file, refusals);
  const take = async (confirm: readonly string[]) => {
    setWarned(false);
    save(await open.run({ id: record.id, input: { fileId, purpose: '' }, confirm }));
  };
  const ask = () => {
    if (file.standing === 'unscanned') setWarned(true);
    else void take([]).catch(isShown);
  };
  return (
    <div className="thing-words">
      <p className="row">
        <strong>{file.name}</strong>
        <span className="soft">{sizeOf(file.size, language)}</span>
        <Tag>{standings[file.standing]}</Tag>
      </p>
      <p className="case-hash soft">SHA-256 {file.sha256}</p>
      <ActProblem problem={open.problem} />
      <div className="row">
        {record.may.attach.allowed ? (
          <Button size="small" disabledReason={reason} isBusy={open.isRunning} onClick={ask}>
            {texts.openFile}
            <span className="visually-hidden"> {file.name}</span>
          </Button>
        ) : null}
        {record.may.disclose.allowed && reason === undefined ? (
          <Button size="small" onClick={() => setDisclosing(true)}>
            {texts.discloseFile}
            <span className="visually-hidden"> {file.name}</span>
          </Button>
        ) : null}
      </div>
      <CustodyLog file={file} />
      {isDisclosing ? (
        <DiscloseDialog record={record} file={file} onClose={() => setDisclosing(false)} />
      ) : null}
      {isWarned ? (
        <WarningDialog
          onOpen={() => void take([unscannedWarning]).catch(isShown)}
          onClose={() => setWarned(false)}
        />
      ) : null}
    </div>
  );
}

/** How large a file is, in kilobytes below a tenth of a megabyte: no file is `0,0 MB`. */
function sizeOf(bytes: number, language: Language): string {
  return bytes < megabyte / 10
    ? `${formatNumber(Math.ceil(bytes / 1000), language)}\u00a0kB`
    : `${formatNumber(bytes / megabyte, language, 1)}\u00a0MB`;
}

/** Why nobody is given the file; undefined when she can be. */
function whyNotHandedOut(
  { standing }: CaseFile,
  refusals: { readonly quarantined: string; readonly fileWaiting: string },
): string | undefined {
  if (standing === 'waiting') return refusals.fileWaiting;
  return standing === 'quarantined' ? refusals.quarantined : undefined;
}

/** Nothing has looked for malware in the file: whoever opens it knows that first. */
function WarningDialog({ onOpen, onClose }: { readonly onOpen: () => void; readonly onClose: () => void }) {
  const texts = useTexts(incidentPagesTexts).record;
  return (
    <Dialog title={texts.unscannedTitle} isOpen onClose={onClose}>
      <p>{texts.unscannedText}</p>
      <div className="form-actions">
        <Button look="danger" onClick={onOpen}>
          {texts.openAnyway}
        </Button>
        <Button onClick={onClose}>{texts.cancel}</Button>
      </div>
    </Dialog>
  );
}

function CustodyLog({ file }: { readonly file: CaseFile }) {
  const texts = useTexts(incidentPagesTexts).record;
  const { custody } = useTexts(incidentTexts);
  const language = useLanguage();
  return (
    <Disclosure title={texts.custody}>
      <ul>
        {file.custody.map(({ what, at, person, recipient, purpose }) => (
          <li key={at + what}>
            {custody[what]} {formatMoment(at, language)}, {person ?? texts.theReporter}
            {recipient === '' ? '' : ` ${texts.toWhom(recipient)}`}
            {purpose === '' ? '' : ` – ${purpose}`}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

interface DiscloseDialogProps {
  readonly record: CaseRecord;
  readonly file: CaseFile;
  readonly onClose: () => void;
}

function DiscloseDialog({ record, file, onClose }: DiscloseDialogProps) {
  const { record: texts, form: words } = useTexts(incidentPagesTexts);
  const { fields } = useTexts(incidentTexts);
  const disclose = useAct('incident.discloseFile');
  const isUnscanned = file.standing === 'unscanned';
  const form = useForm({
    initial: { recipient: '', purpose: '', diaryNumber: '' },
    submit: async ({ recipient, purpose, diaryNumber }, circumstances) => {
      const fileId = file.id as Id<'IncidentFile'>; // of this very case
      const input = { fileId, recipient, purpose, diaryNumber: diaryNumber === '' ? null : diaryNumber };
      // The warning stands in the window that she has just sent.
      const confirm = [...(circumstances.confirm ?? []), ...(isUnscanned ? [unscannedWarning] : [])];
      save(await disclose.run({ id: record.id, input, ...circumstances, confirm }));
    },
    onSaved: onClose,
  });
  return (
    <Dialog title={texts.discloseFile} isOpen onClose={onClose}>
      {isUnscanned ? (
        <Notice kind="warning" title={texts.unscannedTitle}>
          {texts.unscannedText}
        </Notice>
      ) : null}
      <Form
        form={form}
        submitLabel={texts.discloseFile}
        secondary={<Button onClick={onClose}>{texts.cancel}</Button>}
      >
        <TextField {...form.field('recipient')} label={fields.recipient} />
        <TextField {...form.field('purpose')} label={words.disclosePurpose} />
        <TextField {...form.field('diaryNumber')} label={fields.diaryNumber} isOptional width="short" />
      </Form>
    </Dialog>
  );
}

function AddFile({ record }: { readonly record: CaseRecord }) {
  const texts = useTexts(incidentPagesTexts).record;
  const { refusals } = useTexts(incidentTexts);
  const language = useLanguage();
  const largest = useView('incidentSetting.current').data?.largestFileMb ?? 1;
  const attach = useAct('incident.attach');
  const [fault, setFault] = useState<string>();
  const size = formatNumber(largest, language);
  const send = async (file: File | undefined) => {
    setFault(undefined);
    if (file === undefined) return;
    if (file.size > largest * megabyte) return setFault(refusals.fileTooLarge.replace('{limit}', size));
    const content = await base64(file);
    await attach.run({ id: record.id, input: { name: file.name, content } }).catch(isShown);
  };
  return (
    <FieldFrame
      label={texts.addFile}
      hint={texts.fileHint(size)}
      isOptional
      error={fault ?? attach.problem?.message}
    >
      {(attributes) => (
        <FilePick
          attributes={attributes}
          isDisabled={attach.isRunning}
          onPick={([file]) => void send(file)}
        />
      )}
    </FieldFrame>
  );
}

/** A file as text that JSON can carry. */
function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    // Read as a data address, so the result is text.
    reader.onload = () => resolve((reader.result as string).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(new Error('the file could not be read'));
    reader.readAsDataURL(file);
  });
}

/** Hands the file to the browser, as what it is and never to be shown inside a page of ours. */
function save(file: { readonly name: string; readonly content: string }): void {
  const bytes = Uint8Array.from(atob(file.content), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(address);
}
