import { useState } from 'react';
import { formatMoment } from '../../kernel/format.ts';
import { ActProblem, isShown } from '../../registers/information/pages/act-problem.tsx';
import type { ViewMap } from '../../ui/api-types.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Loaded } from '../../ui/error-page.tsx';
import { useAct, useView } from '../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../ui/language.tsx';
import { EmptyState, Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import './calendar.css';
import { calendarPagesTexts } from './pages.texts.ts';

type Feed = NonNullable<ViewMap['calendarFeed.mine']['answer']['feed']>;

/** Somebody's own calendar: its address, when it was fetched, and how to follow it. */
export default function CalendarPage() {
  const texts = useTexts(calendarPagesTexts);
  const view = useView('calendarFeed.mine');
  const make = useAct('calendarFeed.make');
  const [shown, setShown] = useState<string>();
  const makeAddress = async () => setShown((await make.run({ input: {} })).address);
  const made = () => void makeAddress().catch(isShown);
  return (
    <Page title={texts.title} lead={texts.lead} breadcrumbs={[{ label: texts.account, to: '/mitt-konto' }]}>
      <ActProblem problem={make.problem} />
      {shown === undefined ? null : <TheAddress address={shown} />}
      <Loaded view={view}>
        {({ feed }) =>
          feed === null ? (
            <EmptyState
              title={texts.noneTitle}
              action={
                <Button look="primary" isBusy={make.isRunning} onClick={made}>
                  {texts.make}
                </Button>
              }
            >
              {texts.noneText}
            </EmptyState>
          ) : (
            <Address
              feed={feed}
              isNew={shown !== undefined}
              isBusy={make.isRunning}
              onRenew={made}
              onRemoved={() => setShown(undefined)}
            />
          )
        }
      </Loaded>
      <How />
      <Section title={texts.what}>
        <p>{texts.whatText}</p>
        <p>{texts.secretText}</p>
        <p>{texts.endsText}</p>
        <p>{texts.late}</p>
      </Section>
    </Page>
  );
}

/** The address, shown this once: only what is made of it is stored. */
function TheAddress({ address }: { readonly address: string }) {
  const texts = useTexts(calendarPagesTexts);
  return (
    <Notice kind="success" title={texts.shownTitle} isNews>
      <div className="stack">
        <p>{texts.shownText}</p>
        <p>
          <span className="visually-hidden">{texts.theAddress}: </span>
          <code className="calendar-address">{address}</code>
        </p>
        <CopyButton text={address} label={texts.copy} />
      </div>
    </Notice>
  );
}

type AddressProps = {
  readonly feed: Feed;
  readonly isNew: boolean;
  readonly isBusy: boolean;
  readonly onRenew: () => void;
  readonly onRemoved: () => void;
};

function Address({ feed, isNew, isBusy, onRenew, onRemoved }: AddressProps) {
  const texts = useTexts(calendarPagesTexts);
  const language = useLanguage();
  const remove = useAct('calendarFeed.remove');
  const [asked, setAsked] = useState<'renew' | 'remove'>();
  const close = () => setAsked(undefined);
  const removeIt = async () => {
    await remove.run({ id: feed.id, input: {} });
    close();
    onRemoved();
  };
  return (
    <Section title={texts.address}>
      <DefinitionList
        facts={[
          { term: texts.made, value: formatMoment(feed.madeAt, language) },
          {
            term: texts.fetched,
            value: feed.fetchedAt === null ? texts.never : formatMoment(feed.fetchedAt, language),
          },
        ]}
      />
      {isNew ? null : <p className="soft">{texts.notShown}</p>}
      <div className="row">
        <Button isBusy={isBusy} onClick={() => setAsked('renew')}>
          {texts.renew}
        </Button>
        <Button look="quiet" onClick={() => setAsked('remove')}>
          {texts.remove}
        </Button>
      </div>
      <ConfirmDialog
        title={texts.renew}
        isOpen={asked === 'renew'}
        confirmLabel={texts.renew}
        onConfirm={() => {
          close();
          onRenew();
        }}
        onClose={close}
      >
        {texts.renewText}
      </ConfirmDialog>
      <ConfirmDialog
        title={texts.remove}
        isOpen={asked === 'remove'}
        confirmLabel={texts.remove}
        isDestructive
        isBusy={remove.isRunning}
        onConfirm={() => void removeIt().catch(() => undefined)}
        onClose={close}
      >
        <>
          <p>{texts.removeText}</p>
          <ActProblem problem={remove.problem} />
        </>
      </ConfirmDialog>
    </Section>
  );
}

/** How the address is put into the calendars that people have. */
function How() {
  const texts = useTexts(calendarPagesTexts);
  return (
    <Section title={texts.how}>
      <DefinitionList
        facts={[
          { term: texts.outlook, value: texts.outlookText },
          { term: texts.google, value: texts.googleText },
          { term: texts.phone, value: texts.phoneText },
        ]}
      />
    </Section>
  );
}
