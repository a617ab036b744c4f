import { useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { formatMoment, formatNumber } from '../../../kernel/format.ts';
import { formatStamp } from '../../../ui/stamp.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link, useHistory } from '../../../ui/link.tsx';
import { useListState } from '../../../ui/list-state.ts';
import { EmptyState, Notice } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { parseSearch, searchValues } from '../../../ui/search-params.ts';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { ActProblem, isShown } from '../../information/pages/act-problem.tsx';
import { optionsOf } from '../../information/pages/options.ts';
import { mailIntakeTexts } from '../mail-intake/mail-intake.texts.ts';
import { mailIntakePagesTexts } from './pages.texts.ts';

type Intake = ViewMap['mailIntake.standing']['answer'];
type Outcome = NonNullable<Intake['look']>['outcome'];
type Row = ViewMap['mailIntake.list']['answer']['items'][number];

/** Whether reports come by mail, how the mailbox is, and what became of each letter. */
export default function MailIntakePage() {
  const texts = useTexts(mailIntakePagesTexts);
  const view = useView('mailIntake.standing');
  return (
    <Page title={texts.title} lead={texts.lead}>
      <Loaded view={view}>
        {(intake) => (
          <>
            <Standing intake={intake} />
            <Section title={texts.settings}>
              <SettingForm key={JSON.stringify(intake)} intake={intake} />
            </Section>
          </>
        )}
      </Loaded>
      <Letters />
    </Page>
  );
}

function Standing({ intake }: { readonly intake: Intake }) {
  const texts = useTexts(mailIntakePagesTexts);
  const { looks } = useTexts(mailIntakeTexts);
  const language = useLanguage();
  const test = useAct('mailIntake.test', { invalidates: [] });
  const [outcome, setOutcome] = useState<Outcome>();
  const { server, look, since, aside, isOn } = intake;
  if (server === null)
    return (
      <Notice kind="warning" title={texts.noServer}>
        {texts.noServerText}
      </Notice>
    );
  const last =
    look === null ? texts.never : texts.looked(formatMoment(look.lookedAt, language), looks[look.outcome]);
  return (
    <Section
      title={texts.standing}
      action={
        <Button
          size="small"
          isBusy={test.isRunning}
          onClick={() => void test.run({ input: {} }).then((answer) => setOutcome(answer.outcome), isShown)}
        >
          {texts.test}
        </Button>
      }
    >
      <ActProblem problem={test.problem} />
      {outcome === undefined ? null : <Tested outcome={outcome} />}
      <DefinitionList
        facts={[
          { term: texts.server, value: (server.isEncrypted ? texts.encrypted : texts.plain)(server.host) },
          ...(since === null ? [] : [{ term: texts.since, value: formatMoment(since, language) }]),
          { term: texts.look, value: isOn ? last : texts.off },
          { term: texts.aside, value: formatNumber(aside, language) },
        ]}
      />
      {aside === 0 ? null : <Notice kind="warning">{texts.asideText}</Notice>}
    </Section>
  );
}

function Tested({ outcome }: { readonly outcome: Outcome }) {
  const { tested } = useTexts(mailIntakePagesTexts);
  const { looks } = useTexts(mailIntakeTexts);
  const works = outcome === 'read';
  return (
    <Notice kind={works ? 'success' : 'warning'} title={works ? tested.yes : tested.no} isNews>
      {looks[outcome]}
    </Notice>
  );
}

function SettingForm({ intake }: { readonly intake: Intake }) {
  const texts = useTexts(mailIntakePagesTexts);
  const { fields } = useTexts(mailIntakeTexts);
  const set = useAct('mailIntake.set');
  const { isOn, folder, doneFolder } = intake;
  const form = useForm({
    initial: { isOn, folder, doneFolder, reason: '' },
    submit: (input, circumstances) => set.run({ input, ...circumstances }),
  });
  return (
    <Form form={form} submitLabel={texts.save} labels={fields}>
      <Checkbox {...form.field('isOn')} label={fields.isOn} hint={texts.isOnHint} />
      <TextField {...form.field('folder')} label={fields.folder} hint={texts.folderHint} />
      <TextField {...form.field('doneFolder')} label={fields.doneFolder} hint={texts.doneHint} isOptional />
      <TextArea {...form.field('reason')} label={fields.reason} rows={2} maxLength={500} />
    </Form>
  );
}

function Letters() {
  const texts = useTexts(mailIntakePagesTexts);
  const { outcomes, reasons } = useTexts(mailIntakeTexts);
  const language = useLanguage();
  const list = useListState({ filters: ['outcome'] });
  const view = useView('mailIntake.list', { query: list.query });
  const history = useHistory();
  const asked = useRouterState({ select: (state) => state.location.searchStr });
  const [opened] = searchValues(parseSearch(asked), 'brev');
  const row = view.data?.items.find(({ id }) => id === opened);
  return (
    <Section title={texts.letters} lead={texts.lettersLead}>
      <DataList
        label={texts.letters}
        list={list}
        view={view}
        rowKey={({ id }) => id}
        rowTo={({ id }) => list.href({ brev: id, page: String(list.page) })}
        filters={[{ key: 'outcome', label: texts.outcome, options: optionsOf(outcomes) }]}
        columns={[
          {
            key: 'received',
            label: texts.received,
            kind: 'brief',
            cell: (one) => formatStamp(one.receivedAt, language),
          },
          { key: 'outcome', label: texts.outcome, cell: (one) => outcomes[one.outcome] },
          {
            key: 'reason',
            label: texts.reason,
            isMinor: true,
            cell: ({ reason }) => (reason === null ? <span className="soft">–</span> : reasons[reason]),
          },
          { key: 'sender', label: texts.sender, cell: (one) => <Sender row={one} /> },
        ]}
        empty={<EmptyState title={texts.none}>{texts.noneText}</EmptyState>}
      />
      {row === undefined ? null : (
        <Letter row={row} onClose={() => history.replace(list.href({ page: String(list.page) }))} />
      )}
    </Section>
  );
}

function Sender({ row: { sender } }: { readonly row: Row }) {
  const texts = useTexts(mailIntakePagesTexts);
  return sender === '' ? <span className="soft">{texts.forgotten}</span> : sender;
}

/** What became of a letter, with the way to its case for whoever may open it. */
function Letter({ row, onClose }: { readonly row: Row; readonly onClose: () => void }) {
  const texts = useTexts(mailIntakePagesTexts);
  const { outcomes, reasons } = useTexts(mailIntakeTexts);
  const language = useLanguage();
  const toCase = (id: string | null, label: string) =>
    id === null ? [] : [{ term: label, value: <Link to={`/handelser/${id}`}>{texts.open}</Link> }];
  return (
    <Dialog
      title={texts.letter}
      isOpen
      onClose={onClose}
      actions={<Button onClick={onClose}>{texts.close}</Button>}
    >
      <DefinitionList
        facts={[
          { term: texts.received, value: formatMoment(row.receivedAt, language) },
          { term: texts.sender, value: <Sender row={row} /> },
          { term: texts.outcome, value: outcomes[row.outcome] },
          ...(row.reason === null ? [] : [{ term: texts.reason, value: reasons[row.reason] }]),
          ...toCase(row.incidentId, texts.case),
          ...toCase(row.pointsAt, texts.points),
          { term: texts.filesRefused, value: formatNumber(row.filesRefused, language) },
          { term: texts.answered, value: row.isAnswered ? texts.yes : texts.no },
        ]}
      />
    </Dialog>
  );
}
