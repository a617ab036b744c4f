import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button, LinkButton } from '../../../../ui/button.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import type { Outgoing } from './kept.ts';
import type { ReportTexts } from './use-report.ts';

interface HandedInProps {
  readonly report: Outgoing;
  readonly texts: ReportTexts;
  /** Has she just handed it in? Then what has become of it takes the focus. */
  readonly isNew: boolean;
  readonly isBusy: boolean;
  readonly onTry: () => void;
  readonly onForget: () => void;
}

/** What has become of a report: its code and what happens now, or that it waits on the device. */
export function HandedIn({ report, texts, isNew, isBusy, onTry, onForget }: HandedInProps) {
  if (report.refused !== null) {
    return (
      <Notice kind="danger" title={texts.waiting.refused} isNews>
        <p>{report.refused}</p>
        <Button onClick={onForget}>{texts.sent.forget}</Button>
      </Notice>
    );
  }
  if (report.code === null) {
    return (
      <Waiting isNew={isNew}>
        <Notice kind="warning" title={texts.waiting.title} isNews>
          <p>{texts.waiting.text}</p>
          <Button isBusy={isBusy} onClick={onTry}>
            {texts.waiting.try}
          </Button>
        </Notice>
      </Waiting>
    );
  }
  return (
    <Taken code={report.code} files={report.files.length} texts={texts} isNew={isNew} onForget={onForget} />
  );
}

/** Takes the focus when she has just handed it in: the button that she pressed is gone. */
function Waiting({ isNew, children }: { readonly isNew: boolean; readonly children: ReactNode }) {
  const message = useFocusWhen<HTMLDivElement>(isNew);
  return (
    <div ref={message} tabIndex={-1}>
      {children}
    </div>
  );
}

/** What is to have the focus when it comes. */
function useFocusWhen<Element extends HTMLElement>(isNew: boolean) {
  const element = useRef<Element>(null);
  useEffect(() => {
    if (isNew) element.current?.focus();
  }, [isNew]);
  return element;
}

interface TakenProps {
  readonly code: string;
  readonly files: number;
  readonly texts: ReportTexts;
  readonly isNew: boolean;
  readonly onForget: () => void;
}

function Taken({ code, files, texts, isNew, onForget }: TakenProps) {
  const { sent } = texts;
  const [isCopied, setCopied] = useState(false);
  const heading = useFocusWhen<HTMLHeadingElement>(isNew);
  const copy = () =>
    void navigator.clipboard.writeText(code).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <section className="stack report-sent" role="status">
      <h2 ref={heading} tabIndex={-1}>
        {sent.thanks}
      </h2>
      <div>
        <p className="soft">{sent.code}</p>
        <p className="report-code">{code}</p>
        <p>{sent.codeText}</p>
      </div>
      {files === 0 ? null : <p>{sent.filesLeft(files)}</p>}
      <div className="row">
        <Button onClick={copy}>{isCopied ? sent.copied : sent.copy}</Button>
        <LinkButton to={`/rapportera/folj#${code}`}>{sent.follow}</LinkButton>
      </div>
      <div>
        <h3>{sent.nextTitle}</h3>
        <p>{sent.nextText}</p>
      </div>
      <div>
        <Button look="quiet" onClick={onForget}>
          {sent.forget}
        </Button>
      </div>
    </section>
  );
}
