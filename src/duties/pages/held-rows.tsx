import { type ReactNode, useState } from 'react';
import { ReasonDialog } from '../../registers/information/pages/reason-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import type { Circumstances } from '../../ui/form-state.ts';
import { useTexts } from '../../ui/language.tsx';
import { Section } from '../../ui/page.tsx';
import { Tag } from '../../ui/verdict-mark.tsx';
import type { Verification } from '../duty.ts';
import { dutyPagesTexts } from './pages.texts.ts';
import { Sureness } from './sureness.tsx';

/** What every row has, of ours or of the municipality's own. */
export interface HeldRow {
  readonly id: string | null;
  readonly version: number | null;
  readonly from: string;
  readonly until: string | null;
  readonly verification: Verification;
}

interface HeldRowsProps<Row extends HeldRow> {
  readonly rows: readonly Row[];
  readonly mayEdit: boolean;
  readonly say: (row: Row) => ReactNode;
  readonly onEdit: (row: Row) => void;
  readonly withdraw: (id: string, reason: string, circumstances: Circumstances) => Promise<unknown>;
}

/** The rows of one term or recipient, the municipality's own first, with what can be done with those. */
export function HeldRows<Row extends HeldRow>({ rows, mayEdit, say, onEdit, withdraw }: HeldRowsProps<Row>) {
  const texts = useTexts(dutyPagesTexts);
  const [leaving, setLeaving] = useState<Row | null>(null);
  return (
    <Section title={texts.rowsTitle} lead={texts.rowsLead}>
      {rows.map((row) => (
        <div className="duty-held" key={row.id ?? row.from}>
          <p>
            <strong>{say(row)}</strong>{' '}
            {row.until === null ? texts.since(row.from) : texts.period(row.from, row.until)}{' '}
            <Tag>{row.id === null ? texts.ours : texts.own}</Tag>
          </p>
          <Sureness verification={row.verification} isWhole />
          {row.id === null || !mayEdit ? null : (
            <div className="duty-held-actions">
              <Button size="small" onClick={() => onEdit(row)}>
                {texts.edit}
              </Button>
              <Button size="small" look="quiet" onClick={() => setLeaving(row)}>
                {texts.withdraw}
              </Button>
            </div>
          )}
        </div>
      ))}
      {leaving?.id == null ? null : (
        <ReasonDialog
          title={texts.withdrawTitle}
          label={texts.withdrawReason}
          confirmLabel={texts.withdraw}
          cancelLabel={texts.cancel}
          {...(leaving.version === null ? {} : { version: leaving.version })}
          onClose={() => setLeaving(null)}
          run={(reason, circumstances) => withdraw(leaving.id ?? '', reason, circumstances)}
        >
          <p>{texts.withdrawText}</p>
        </ReasonDialog>
      )}
    </Section>
  );
}
