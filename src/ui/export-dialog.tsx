import { useState } from 'react';
import type { ActionMap } from './api-types.ts';
import { Checkbox } from './checkbox.tsx';
import { useNamedAct } from './hooks.ts';
import { useTexts } from './language.tsx';
import type { ListQuery } from './client.ts';
import { PurposeDialog } from './purpose-dialog.tsx';
import { RadioGroup } from './radio-group.tsx';
import { saveFile } from './save-file.ts';
import { TextField } from './text-field.tsx';
import { uiTexts } from './ui.texts.ts';

/** The actions that give a list away as a file. */
export type ExportName = Extract<keyof ActionMap, `${string}.export${string}`>;
type ExportedFile = ActionMap[ExportName]['answer'];

type ExportDialogProps = {
  readonly action: ExportName;
  readonly query: ListQuery | undefined;
  /** How many rows, in words. */
  readonly rows: string;
  readonly onClose: () => void;
};

/** Asks for the form of the file, whether it leaves the house and to whom, and what for. */
export function ExportDialog({ action, query, rows, onClose }: ExportDialogProps) {
  const texts = useTexts(uiTexts);
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx');
  const [isDisclosed, setDisclosed] = useState(false);
  const [recipient, setRecipient] = useState('');
  const [diaryNumber, setDiaryNumber] = useState('');
  const take = useNamedAct<object, ExportedFile>(action, { invalidates: [] });
  const send = async (purpose: string) => {
    const to = isDisclosed ? { recipient: recipient.trim() } : {};
    const under = isDisclosed && diaryNumber.trim() !== '' ? { diaryNumber: diaryNumber.trim() } : {};
    try {
      saveFile(await take.run({ input: { filter: query ?? {}, format, ...to, ...under }, purpose }));
      onClose();
    } catch {
      // The dialog shows why: `take.problem`.
    }
  };
  return (
    <PurposeDialog
      title={texts.exportTitle(rows)}
      isOpen
      confirmLabel={texts.exportConfirm}
      isBusy={take.isRunning}
      problem={take.problem}
      onPurpose={(purpose) => void send(purpose)}
      onClose={onClose}
    >
      <RadioGroup
        label={texts.exportFormat}
        options={[
          { value: 'xlsx', label: texts.exportXlsx },
          { value: 'csv', label: texts.exportCsv },
        ]}
        value={format}
        onChange={(value) => setFormat(value === 'csv' ? 'csv' : 'xlsx')}
      />
      <Checkbox label={texts.exportDisclosed} value={isDisclosed} onChange={setDisclosed} />
      {isDisclosed ? (
        <>
          <TextField label={texts.exportRecipient} value={recipient} onChange={setRecipient} />
          <TextField
            label={texts.exportDiaryNumber}
            isOptional
            width="short"
            value={diaryNumber}
            onChange={setDiaryNumber}
          />
        </>
      ) : null}
    </PurposeDialog>
  );
}
