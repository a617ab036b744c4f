import { type ReactNode, useState } from 'react';
import { formatNumber } from '../../../../kernel/format.ts';
import { Button } from '../../../../ui/button.tsx';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { FilePick } from '../../../../ui/file-pick.tsx';
import { FieldFrame } from '../../../../ui/field.tsx';
import { useLanguage } from '../../../../ui/language.tsx';
import { Loading } from '../../../../ui/notice.tsx';
import { RadioGroup } from '../../../../ui/radio-group.tsx';
import { useSession } from '../../../../ui/session.ts';
import { TextArea, TextField } from '../../../../ui/text-field.tsx';
import { type Draft, type KeptFile, newKey } from './kept.ts';
import { madeSmaller } from './photo.ts';
import type { ReportTexts } from './use-report.ts';

/** The largest file that is sent from here (MB): what the server takes from whoever has not signed in. */
const largestFile = 8;
/** How many files a report takes. */
const mostFiles = 5;
const megabyte = 1_000_000;

export interface QuestionProps {
  readonly draft: Draft;
  readonly change: (next: Partial<Draft>) => void;
  readonly texts: ReportTexts;
  /** What is wrong with the answer, said when she wants to go on. */
  readonly error: string | undefined;
}

/** What has happened, in her own words. */
export function HappenedQuestion({ draft, change, texts, error }: QuestionProps) {
  return (
    <TextArea
      name="happened"
      label={texts.happened.label}
      hint={texts.happened.hint}
      value={draft.happened}
      onChange={(happened) => change({ happened })}
      error={error}
      rows={6}
      maxLength={4000}
    />
  );
}

/** When she noticed it. */
export function NoticedQuestion({ draft, change, texts, error }: QuestionProps) {
  const { noticed } = draft;
  const words = texts.noticed;
  return (
    <>
      <RadioGroup<'now' | 'earlier'>
        name="when"
        label={words.label}
        options={[
          { value: 'now', label: words.now, hint: words.nowHint },
          { value: 'earlier', label: words.earlier },
        ]}
        value={noticed.when}
        onChange={(when) => change({ noticed: { ...noticed, when } })}
        error={noticed.when === 'earlier' ? undefined : error}
      />
      {noticed.when === 'earlier' ? (
        <FieldFrame label={words.at} hint={words.atHint} error={error}>
          {(attributes) => (
            <input
              {...attributes}
              className="input"
              data-width="short"
              type="datetime-local"
              name="at"
              value={noticed.at}
              onChange={(event) => change({ noticed: { ...noticed, at: event.target.value } })}
            />
          )}
        </FieldFrame>
      ) : null}
    </>
  );
}

/** Where, and what it concerns; both may be left out. */
export function WhereQuestion({ draft, change, texts }: QuestionProps) {
  const { where } = texts;
  return (
    <>
      <TextField
        name="place"
        label={where.label}
        hint={where.hint}
        isOptional
        value={draft.place}
        onChange={(place) => change({ place: place.slice(0, 300) })}
      />
      <TextField
        name="affected"
        label={where.affected}
        hint={where.affectedHint}
        isOptional
        value={draft.affected}
        onChange={(affected) => change({ affected: affected.slice(0, 500) })}
      />
    </>
  );
}

/** Whether it goes on. */
export function OngoingQuestion({ draft, change, texts, error }: QuestionProps) {
  const words = texts.ongoing;
  return (
    <RadioGroup<'yes' | 'no' | 'unknown'>
      name="ongoing"
      label={words.label}
      options={[
        { value: 'yes', label: words.yes, hint: words.yesHint },
        { value: 'no', label: words.no },
        { value: 'unknown', label: words.unknown },
      ]}
      value={draft.ongoing}
      onChange={(ongoing) => change({ ongoing })}
      error={error}
    />
  );
}

/** How she may be reached, and a picture. */
export function ContactQuestion({ draft, change, texts }: QuestionProps) {
  const session = useSession();
  const name = session.data?.person?.name;
  const words = texts.contact;
  const isNamed = name !== undefined && draft.isNamed;
  return (
    <>
      {name === undefined ? null : (
        <Checkbox
          name="named"
          label={words.named(name)}
          hint={words.namedHint}
          value={draft.isNamed}
          onChange={(next) => change({ isNamed: next })}
        />
      )}
      {isNamed ? null : (
        <TextField
          name="contact"
          label={words.label}
          hint={words.hint}
          isOptional
          value={draft.contact}
          onChange={(contact) => change({ contact: contact.slice(0, 200) })}
        />
      )}
      <FileChooser files={draft.files} onChange={(files) => change({ files })} texts={texts} />
      <p className="soft">{words.public}</p>
    </>
  );
}

interface FileChooserProps {
  readonly files: readonly KeptFile[];
  readonly onChange: (files: readonly KeptFile[]) => void;
  readonly texts: ReportTexts;
  readonly children?: ReactNode;
}

/** Pictures and files, made smaller where they can be and kept with the draft. */
export function FileChooser({ files, onChange, texts }: FileChooserProps) {
  const words = texts.contact;
  const language = useLanguage();
  const [fault, setFault] = useState<string>();
  const [isReading, setReading] = useState(false);
  const size = formatNumber(largestFile, language);
  const take = async (chosen: readonly File[]) => {
    setFault(undefined);
    setReading(true);
    const taken: KeptFile[] = [];
    for (const file of chosen) {
      // A film of two hundred megabytes is refused before it is read.
      if (
        file.size > 25 * largestFile * megabyte ||
        (!file.type.startsWith('image/') && file.size > largestFile * megabyte)
      ) {
        setFault(words.tooLarge(file.name, size));
        continue;
      }
      const { name, bytes } = await madeSmaller(file);
      if (bytes.byteLength > largestFile * megabyte) setFault(words.tooLarge(file.name, size));
      else if (bytes.byteLength > 0) taken.push({ key: newKey(), name, bytes });
    }
    onChange([...files, ...taken].slice(0, mostFiles));
    setReading(false);
  };
  return (
    <FieldFrame label={words.files} hint={words.filesHint(size)} isOptional error={fault}>
      {(attributes) => (
        <div className="stack">
          {files.map((file) => (
            <div className="row" key={file.key}>
              <span>{file.name}</span>
              <Button
                look="quiet"
                size="small"
                onClick={() => onChange(files.filter((one) => one.key !== file.key))}
              >
                {words.remove(file.name)}
              </Button>
            </div>
          ))}
          {isReading ? <Loading lines={1} /> : null}
          <FilePick
            attributes={attributes}
            isMany
            name="files"
            accept="image/*,application/pdf,text/plain,.docx,.xlsx,.zip,video/mp4"
            onPick={(chosen) => void take(chosen)}
          />
        </div>
      )}
    </FieldFrame>
  );
}
