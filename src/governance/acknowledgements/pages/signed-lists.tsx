import { useState } from 'react';
import { dayOf } from '../../../kernel/calendar.ts';
import { formatLongDate, formatNumber } from '../../../kernel/format.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import type { Language } from '../../../kernel/texts.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { Tag } from '../../../ui/verdict-mark.tsx';
import { contentOf } from '../../documents/pages/file-content.ts';
import { ReasonDialog } from '../../../registers/information/pages/reason-dialog.tsx';
import { UnitField } from '../../../registers/information/pages/unit-field.tsx';
import { campaignTexts } from '../campaign.texts.ts';
import './acknowledgements.css';
import { campaignPagesTexts } from './pages.texts.ts';

type Lists = ViewMap['signedList.ofCampaign']['answer'];
type List = Lists['items'][number];

const changed = { invalidates: ['signedList.ofCampaign'] as const };
const megabyte = 1_000_000;
const endings = ['.pdf', '.jpg', '.jpeg', '.png', '.heic', '.webp'];

/** The lists that were signed on paper and scanned, each with its fingerprint. */
export function SignedLists({ campaignId }: { readonly campaignId: string }) {
  const texts = useTexts(campaignPagesTexts).signed;
  const view = useView('signedList.ofCampaign', { id: campaignId });
  const [ending, setEnding] = useState<List>();
  return (
    <Section title={texts.title}>
      <Loaded view={view}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{texts.none}</p>
          ) : (
            <ul className="figure-rows">
              {items.map((list) => (
                <ListRow key={list.id} list={list} onEnd={() => setEnding(list)} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {ending === undefined ? null : <EndDialog list={ending} onClose={() => setEnding(undefined)} />}
    </Section>
  );
}

function ListRow({ list, onEnd }: { readonly list: List; readonly onEnd: () => void }) {
  const texts = useTexts(campaignPagesTexts).signed;
  const { standings, refusals } = useTexts(campaignTexts);
  const language = useLanguage();
  const open = useAct('signedList.open', { invalidates: [] });
  const { id, heldOn, meeting, unitName, name, size, sha256, standing, addedBy, mayEnd } = list;
  const take = async () => saveFile(await open.run({ id, input: {} }));
  const told = [formatLongDate(heldOn, language), unitName, addedBy].filter((part) => part !== null);
  return (
    <li>
      <div>
        <p>
          <strong lang="sv">{meeting}</strong> <span className="soft">{told.join(' · ')}</span>
        </p>
        <p>
          <span lang="sv">{name}</span> <span className="soft">{sizeOf(size, language)}</span>{' '}
          <Tag>{standings[standing]}</Tag>
        </p>
        <p className="soft signed-hash">SHA-256 {sha256}</p>
        {open.problem === undefined ? null : <Notice kind="warning" title={open.problem.message} isNews />}
      </div>
      <div className="row">
        <Button
          size="small"
          isBusy={open.isRunning}
          disabledReason={standing === 'quarantined' ? refusals.quarantined : undefined}
          onClick={() => void take().catch(() => undefined)}
        >
          {texts.open}
          <span className="visually-hidden"> {name}</span>
        </Button>
        {mayEnd ? (
          <Button size="small" look="quiet" onClick={onEnd}>
            {texts.end}
            <span className="visually-hidden"> {name}</span>
          </Button>
        ) : null}
      </div>
    </li>
  );
}

/** `340 kB`, or from a megabyte `1,2 MB`. */
function sizeOf(bytes: number, language: Language): string {
  return bytes < megabyte
    ? `${formatNumber(Math.ceil(bytes / 1000), language)} kB`
    : `${formatNumber(bytes / megabyte, language, 1)} MB`;
}

function EndDialog({ list, onClose }: { readonly list: List; readonly onClose: () => void }) {
  const { record, signed: texts } = useTexts(campaignPagesTexts);
  const end = useAct('signedList.end', changed);
  const { id, version, name } = list;
  return (
    <ReasonDialog
      title={texts.endTitle(name)}
      label={texts.endReason}
      confirmLabel={texts.end}
      cancelLabel={record.cancel}
      version={version}
      onClose={onClose}
      run={(reason, circumstances) => end.run({ id, input: { reason }, ...circumstances })}
    >
      <p>{texts.endText}</p>
    </ReasonDialog>
  );
}

/** Adds the list itself, as it was scanned or photographed. */
export function AddSignedList({ campaignId }: { readonly campaignId: string }) {
  const texts = useTexts(campaignPagesTexts).signed;
  const view = useView('signedList.ofCampaign', { id: campaignId });
  return (
    <Section title={texts.addTitle} lead={texts.addLead}>
      <Loaded view={view}>
        {({ may, largest }) => (
          <AddForm campaignId={campaignId} largest={largest} isOfSeveral={may.ofSeveral} />
        )}
      </Loaded>
    </Section>
  );
}

interface AddFormProps {
  readonly campaignId: string;
  readonly largest: number;
  /** May a list be of no unit in particular? */
  readonly isOfSeveral: boolean;
}

function AddForm({ campaignId, largest, isOfSeveral }: AddFormProps) {
  const texts = useTexts(campaignPagesTexts).signed;
  const paper = useTexts(campaignPagesTexts).paper;
  const { fields } = useTexts(campaignTexts);
  const add = useAct('signedList.add', changed);
  const [added, setAdded] = useState<string>();
  const initial: { heldOn: string; meeting: string; unitId: string; content: File | null } = {
    heldOn: dayOf(new Date()),
    meeting: '',
    unitId: '',
    content: null,
  };
  const form = useForm({
    initial,
    submit: async ({ heldOn, meeting, unitId, content: file }, circumstances) => {
      const { name, content } = file === null ? { name: '', content: '' } : await contentOf(file);
      // From the list; where one has to be chosen and none is, the server names the field.
      const unit = unitId === '' && isOfSeveral ? null : (unitId as UnitId);
      await add.run({
        id: campaignId,
        input: { heldOn, meeting, unitId: unit, name, content },
        ...circumstances,
      });
      return name;
    },
    onSaved: (name) => {
      setAdded(name);
      form.set('content', null);
    },
  });
  return (
    <>
      {added === undefined ? null : <Notice kind="success" title={texts.added(added)} isNews />}
      <Form form={form} submitLabel={texts.add} labels={fields}>
        <FileDrop
          {...form.field('content')}
          label={texts.file}
          hint={texts.fileHint(String(largest))}
          endings={endings}
          limit={largest * megabyte}
        />
        <DateField {...form.field('heldOn')} label={fields.heldOn} />
        <TextField {...form.field('meeting')} label={fields.meeting} hint={paper.meetingHint} />
        <UnitField
          {...form.field('unitId')}
          label={fields.unitId}
          hint={isOfSeveral ? texts.unitHintAll : texts.unitHint}
          isOptional={isOfSeveral}
        />
      </Form>
    </>
  );
}
