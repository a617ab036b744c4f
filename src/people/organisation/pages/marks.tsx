import { Button } from '../../../ui/button.tsx';
import type { Problem } from '../../../ui/client.ts';
import { useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Tag } from '../../../ui/verdict-mark.tsx';
import type { Standing } from '../row.ts';
import './organisation.css';
import { organisationPagesTexts } from './pages.texts.ts';

interface Marked {
  readonly standing: Standing;
  readonly toConfirm: boolean;
}

/** A record's kind, and what is unusual about it. */
export function RecordState({ kind, row }: { readonly kind: string; readonly row: Marked }) {
  const texts = useTexts(organisationPagesTexts);
  return (
    <span className="row">
      <Tag>{kind}</Tag>
      {row.standing === 'standing' ? null : <Tag>{texts.standings[row.standing]}</Tag>}
      {row.toConfirm ? <ToConfirmMark /> : null}
    </span>
  );
}

/** Nobody in the municipality has said that it is right. */
export function ToConfirmMark() {
  const texts = useTexts(organisationPagesTexts);
  return <span className="org-mark">{texts.toConfirm}</span>;
}

interface ConfirmNoticeProps {
  readonly row: {
    readonly toConfirm: boolean;
    readonly may: { readonly confirm: { readonly allowed: boolean } };
  };
  readonly confirm: { readonly isRunning: boolean; readonly problem: Problem | undefined };
  readonly onConfirm: () => Promise<unknown>;
}

/** Asks whether a proposed record is right. Gone when it is confirmed. */
export function ConfirmNotice({ row, confirm, onConfirm }: ConfirmNoticeProps) {
  const texts = useTexts(organisationPagesTexts).confirm;
  if (!row.toConfirm) return null;
  return (
    <Notice title={texts.oneTitle}>
      <p>{texts.oneText}</p>
      {row.may.confirm.allowed ? (
        <p>
          <Button isBusy={confirm.isRunning} onClick={() => void onConfirm().catch(() => undefined)}>
            {texts.one}
          </Button>
        </p>
      ) : null}
      {confirm.problem === undefined ? null : <p role="alert">{confirm.problem.message}</p>}
    </Notice>
  );
}
