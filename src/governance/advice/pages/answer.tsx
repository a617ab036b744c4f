import { useState } from 'react';
import { formatLongDate, inSentence } from '../../../kernel/format.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { ReasonDialog } from '../../../registers/information/pages/reason-dialog.tsx';
import { History } from '../../../audit/pages/history.tsx';
import { adviceTexts } from '../advice.texts.ts';
import './advice.css';
import { advicePagesTexts } from './pages.texts.ts';

type Published = ViewMap['publishedAnswer.record']['answer'];

export default function AnswerPage() {
  const id = useRouteParameter('id');
  const view = useView('publishedAnswer.record', { id });
  return <Loaded view={view}>{(published) => <Answer published={published} />}</Loaded>;
}

function Answer({ published }: { readonly published: Published }) {
  const { answers, answer: texts } = useTexts(advicePagesTexts);
  const { roles } = useTexts(adviceTexts);
  const language = useLanguage();
  const withdraw = useAct('publishedAnswer.withdraw');
  const [isLeaving, setLeaving] = useState(false);
  const { id, version, office, publishedOn, withdrawnOn } = published;
  const more = published.may.publish
    ? [
        { key: 'edit', label: texts.edit, to: `/rad-och-stod/svar/${id}/andra` },
        { key: 'withdraw', label: texts.withdraw, onAction: () => setLeaving(true) },
      ]
    : [];
  const day = (text: string) => formatLongDate(text, language);
  return (
    <Page
      title={published.question}
      lead={texts.from(inSentence(roles[office]), day(publishedOn))}
      breadcrumbs={[{ label: answers.title, to: '/rad-och-stod' }]}
      primary={<LinkButton to="/rad-och-stod/fraga">{texts.askMore}</LinkButton>}
      more={more}
      aside={<History register="publishedAnswer" id={id} />}
    >
      {withdrawnOn === null ? null : <Notice kind="warning">{texts.withdrawn(day(withdrawnOn))}</Notice>}
      <p className="conversation-text">{published.answer}</p>
      {isLeaving ? (
        <ReasonDialog
          title={texts.withdraw}
          label={texts.withdrawReason}
          confirmLabel={texts.withdraw}
          cancelLabel={texts.cancel}
          version={version}
          onClose={() => setLeaving(false)}
          run={(reason, circumstances) => withdraw.run({ id, version, input: { reason }, ...circumstances })}
        >
          <p>{texts.withdrawText}</p>
        </ReasonDialog>
      ) : null}
    </Page>
  );
}
