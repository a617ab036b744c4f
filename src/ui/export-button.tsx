import { lazy, Suspense, useState } from 'react';
import { formatNumber } from '../kernel/format.ts';
import { Button } from './button.tsx';
import type { ListQuery } from './client.ts';
import type { ExportName } from './export-dialog.tsx';
import { useLanguage, useTexts } from './language.tsx';
import { usePast } from './past.ts';
import { uiTexts } from './ui.texts.ts';

// A file is taken out now and then; its window is fetched when it is asked for.
const ExportDialog = lazy(async () => ({ default: (await import('./export-dialog.tsx')).ExportDialog }));

type ExportButtonProps = {
  readonly action: ExportName;
  /** The selection that is exported: what the page shows. */
  readonly query?: ListQuery;
  readonly total: number | undefined;
};

/** Takes the list out as a file: every row of the selection, for a purpose that the log is told. */
export function ExportButton({ action, query, total }: ExportButtonProps) {
  const texts = useTexts(uiTexts);
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { asOf } = usePast();
  if (total === undefined || total === 0) return null;
  // A file is of the registers as they stand: taken from a page that shows another day it would mislead.
  const disabledReason = asOf === undefined ? undefined : texts.exportIsOfNow;
  const rows = total === 1 ? texts.rowTotal : texts.rowsTotal(formatNumber(total, language));
  return (
    <>
      <Button size="small" disabledReason={disabledReason} onClick={() => setOpen(true)}>
        {texts.exportRows(rows)}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <ExportDialog action={action} query={query} rows={rows} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
