import { useState } from 'react';
import { useRouterState } from '@tanstack/react-router';
import { formatMoment } from '../../kernel/format.ts';
import { formatStamp } from '../../ui/stamp.ts';
import type { ViewMap } from '../../ui/api-types.ts';
import { Button } from '../../ui/button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Loaded } from '../../ui/error-page.tsx';
import { useAct, useView } from '../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../ui/language.tsx';
import { useHistory } from '../../ui/link.tsx';
import { useListState } from '../../ui/list-state.ts';
import { EmptyState, Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { parseSearch, searchValues } from '../../ui/search-params.ts';
import { ActProblem, isShown } from '../../registers/information/pages/act-problem.tsx';
import { optionsOf } from '../../registers/information/pages/options.ts';
import { mailTexts } from '../mail.texts.ts';
import './mail.css';
import { mailPagesTexts } from './pages.texts.ts';

type List = ViewMap['mail.list']['answer'];

export default function Mails() {
  const texts = useTexts(mailPagesTexts);
  const words = useTexts(mailTexts);
  const language = useLanguage();
  const list = useListState({ filters: ['state'] });
  const view = useView('mail.list', { query: list.query });
  const test = useAct('mail.test');
  const [isQueued, setQueued] = useState(false);
  const history = useHistory();
  const asked = useRouterState({ select: (state) => state.location.searchStr });
  const [opened] = searchValues(parseSearch(asked), 'brev');
  const sendTest = (
    <Button
      look="primary"
      isBusy={test.isRunning}
      onClick={() =>
        void test.run({ input: {} }).then(() => {
          setQueued(true);
          view.reload();
        }, isShown)
      }
    >
      {texts.sendTest}
    </Button>
  );
  return (
    <Page title={texts.title} lead={texts.lead} primary={sendTest}>
      <ActProblem problem={test.problem} />
      {isQueued ? <Notice kind="success" title={texts.testQueued} isNews /> : null}
      {view.data === undefined ? null : <Server server={view.data.server} />}
      <DataList
        label={texts.title}
        list={list}
        view={view}
        rowKey={(row) => row.id}
        rowTo={(row) => list.href({ brev: row.id, page: String(list.page) })}
        filters={[{ key: 'state', label: texts.state, options: optionsOf(words.states) }]}
        columns={[
          { key: 'subject', label: texts.subject, cell: (row) => row.subject },
          {
            key: 'address',
            label: texts.address,
            cell: (row) => (row.channel === 'mail' ? row.address : texts.notification(row.address)),
          },
          { key: 'state', label: texts.state, cell: (row) => words.states[row.state] },
          { key: 'how', label: texts.how, isMinor: true, cell: (row) => <How row={row} /> },
          {
            key: 'queued',
            label: texts.queued,
            kind: 'brief',
            cell: (row) => formatStamp(row.queuedAt, language),
          },
        ]}
        empty={<EmptyState title={texts.none}>{texts.noneText}</EmptyState>}
      />
      {opened === undefined ? null : (
        <Preview id={opened} onClose={() => history.replace(list.href({ page: String(list.page) }))} />
      )}
    </Page>
  );
}

function Server({ server }: Pick<List, 'server'>) {
  const texts = useTexts(mailPagesTexts);
  return server === null ? (
    <Notice kind="warning" title={texts.noServer}>
      {texts.noServerText}
    </Notice>
  ) : (
    <p className="soft">{texts.through(server.host, server.from)}</p>
  );
}

function How({ row }: { readonly row: List['items'][number] }) {
  const texts = useTexts(mailPagesTexts);
  const { outcomes, pushOutcomes } = useTexts(mailTexts);
  const language = useLanguage();
  const told =
    row.outcome === null
      ? ''
      : (row.channel === 'mail' ? outcomes : { ...outcomes, ...pushOutcomes })[row.outcome];
  const code = row.code === null || row.outcome === 'accepted' ? '' : ` (${texts.code(String(row.code))})`;
  const next =
    row.dueAt === null || row.attempts === 0 ? '' : ` ${texts.nextTry(formatMoment(row.dueAt, language))}`;
  const how = `${told}${code}${next}`;
  return how === '' ? <span className="soft">–</span> : how;
}

function Preview({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const texts = useTexts(mailPagesTexts);
  const view = useView('mail.record', { id });
  return (
    <Dialog
      title={view.data?.subject ?? texts.words}
      size="wide"
      isOpen
      onClose={onClose}
      actions={<Button onClick={onClose}>{texts.close}</Button>}
    >
      <Loaded view={view}>
        {(mail) => (
          <div className="stack">
            <p className="soft">{mail.address}</p>
            {mail.text === '' ? (
              <p>{texts.forgotten}</p>
            ) : (
              <p lang={mail.language} className="mail-words">
                {mail.text}
              </p>
            )}
            {mail.attachmentName === null ? null : (
              <p className="soft">{texts.attachment(mail.attachmentName)}</p>
            )}
          </div>
        )}
      </Loaded>
    </Dialog>
  );
}
