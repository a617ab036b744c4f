import { useEffect, useState } from 'react';
import { formatLongDate, formatMoment, formatNumber } from '../../../kernel/format.ts';
import { OfflineNote } from '../../../offline/offline-note.tsx';
import { useKept } from '../../../offline/use-kept.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { EmptyState, Notice } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { useSession } from '../../../ui/session.ts';
import { OpenContacts } from '../../incidents/pages/open-contacts.tsx';
import { ActProblem, isShown } from '../../information/pages/act-problem.tsx';
import { planTexts } from '../plan.texts.ts';
import { BinderContents, BinderPlans, FirstOfAll } from './binder-parts.tsx';
import { binderPageTexts } from './pages.texts.ts';
import './binder.css';

type Binder = ViewMap['plan.binder']['answer'];

/** Every plan in force, whole, in the order of restoration: to be printed, and to be read without a network. */
export default function BinderPage() {
  const texts = useTexts(binderPageTexts);
  const view = useView('plan.binder');
  return (
    <Loaded view={view}>
      {(binder) =>
        binder.plans.length === 0 ? (
          <Page title={texts.title} lead={texts.lead}>
            <EmptyState title={texts.none}>{texts.noneText}</EmptyState>
          </Page>
        ) : (
          <Whole binder={binder} />
        )
      }
    </Loaded>
  );
}

function Whole({ binder }: { readonly binder: Binder }) {
  const texts = useTexts(binderPageTexts);
  const language = useLanguage();
  const print = usePrinting();
  const download = useAct('binderCopy.download');
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      primary={
        <Button look="primary" onClick={print.begin}>
          {texts.print}
        </Button>
      }
      more={[
        {
          key: 'download',
          label: texts.download,
          onAction: () => void download.run({ input: {} }).then(saveFile).catch(isShown),
        },
      ]}
    >
      <div className="binder">
        <ActProblem problem={download.problem} />
        <PrintNote binder={binder} isAsking={print.isOver} onAnswered={print.forget} />
        <OfflineNote />
        <p className="binder-day">{texts.day(formatLongDate(binder.day, language))}</p>
        <FirstOfAll />
        <OpenContacts />
        <BinderContents plans={binder.plans} />
        <BinderPlans plans={binder.plans} />
        <Copies binder={binder} />
        <Device binder={binder} />
      </div>
    </Page>
  );
}

/** The browser prints, and says when it has shut its window; whether paper came of it only a person knows. */
function usePrinting() {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = () => setOver(true);
    window.addEventListener('afterprint', over);
    return () => window.removeEventListener('afterprint', over);
  }, []);
  return { isOver, begin: () => window.print(), forget: () => setOver(false) };
}

interface PrintNoteProps {
  readonly binder: Binder;
  readonly isAsking: boolean;
  readonly onAnswered: () => void;
}

/** Asks whether paper came of it, and notes it: that is what the policy's demand counts. */
function PrintNote({ binder, isAsking, onAnswered }: PrintNoteProps) {
  const texts = useTexts(binderPageTexts);
  const note = useAct('binderCopy.note');
  const [isNoted, setNoted] = useState(false);
  const versionIds = useVersionIds(binder);
  const say = () =>
    note
      .run({ input: { kind: 'printed', versionIds } })
      .then(() => {
        setNoted(true);
        onAnswered();
      })
      .catch(isShown);
  if (isNoted && !isAsking)
    return (
      <Notice kind="success" isNews>
        {texts.noted}
      </Notice>
    );
  if (!isAsking) return null;
  return (
    <Notice title={texts.printedTitle} isNews>
      <p>{texts.printedText}</p>
      <ActProblem problem={note.problem} />
      <div className="row">
        <Button look="primary" isBusy={note.isRunning} onClick={() => void say()}>
          {texts.printedYes}
        </Button>
        <Button look="quiet" onClick={onAnswered}>
          {texts.printedNo}
        </Button>
      </div>
    </Notice>
  );
}

type VersionId = Parameters<
  ReturnType<typeof useAct<'binderCopy.note'>>['run']
>[0]['input']['versionIds'][number];

function useVersionIds({ plans }: Binder): VersionId[] {
  return plans.map((plan) => plan.versionId as VersionId); // the binder's own ids
}

/** What is kept of it here, how long, and how it is taken away. */
function Device({ binder }: { readonly binder: Binder }) {
  const texts = useTexts(binderPageTexts);
  const language = useLanguage();
  const personId = useSession().data?.person?.id;
  const note = useAct('binderCopy.note', { invalidates: [] });
  const versionIds = useVersionIds(binder);
  const { kept, isPossible, isWanted, erase, keep } = useKept(
    personId,
    binder.plans.map((plan) => plan.planId),
    () => {
      // Once a day says that the plans are at hand somewhere; more would fill the log.
      const isNoted = binder.copies.some(
        ({ kind, takenOn, plans }) => kind === 'kept' && takenOn === binder.day && plans >= versionIds.length,
      );
      if (!isNoted) void note.run({ input: { kind: 'kept', versionIds } }).catch(isShown);
    },
  );
  // The plan's own page is to open without a network too: its parts are fetched with those of this page.
  useEffect(() => void import('./record.tsx'), []);
  const moment = kept === null ? null : formatMoment(kept.keptAt, language);
  return (
    <div className="binder-device">
      <Section title={texts.device}>
        {isPossible ? null : <p>{texts.deviceImpossible}</p>}
        {moment === null || kept === null ? (
          <p>{isPossible ? texts.deviceNot : null}</p>
        ) : (
          <>
            <p>{texts.deviceKept(moment, formatNumber(kept.plans, language))}</p>
            <p className="soft">{texts.deviceErased}</p>
            <div>
              <Button size="small" onClick={() => void erase()}>
                {texts.deviceErase}
              </Button>
            </div>
          </>
        )}
        {isPossible && !isWanted ? (
          <div>
            <Button size="small" onClick={() => void keep()}>
              {texts.deviceKeep}
            </Button>
          </div>
        ) : null}
      </Section>
    </div>
  );
}

/** When the binder was last taken along, and how much of it still holds. */
function Copies({ binder: { copies, plans } }: { readonly binder: Binder }) {
  const texts = useTexts(binderPageTexts);
  const { copyKinds } = useTexts(planTexts);
  const language = useLanguage();
  const say = (number: number) => formatNumber(number, language);
  return (
    <div className="binder-copies">
      <Section title={texts.copies}>
        {copies.length === 0 ? <p>{texts.noCopies}</p> : null}
        <ul className="plan-plain">
          {copies.map(({ kind, takenOn, plans: held }) => (
            <li key={kind}>
              {texts.copy(copyKinds[kind], formatLongDate(takenOn, language), say(held), say(plans.length))}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
