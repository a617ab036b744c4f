import { useTexts } from '../../../ui/language.tsx';
import { incidentTexts } from '../incident.texts.ts';
import type { CaseRecord } from './case-record.ts';
import { incidentPagesTexts } from './pages.texts.ts';

interface ContactLineProps {
  readonly contact: Omit<CaseRecord['contacts'][number], 'struckOn'>;
  /** Which case it is of, or that it no longer holds. */
  readonly note?: string | undefined;
}

/** Whom to turn to, and how: to be read on a telephone at night, and to call from there. */
export function ContactLine({ contact, note }: ContactLineProps) {
  const { contactKinds } = useTexts(incidentTexts);
  const texts = useTexts(incidentPagesTexts).record;
  const { contactKind, contactName, telephone, email, reference, remark } = contact;
  return (
    <div className="thing-words">
      <p>
        {contactName} <span className="soft">{contactKinds[contactKind]}</span>
      </p>
      {telephone === '' ? null : (
        <p>
          <a href={`tel:${telephone.replace(/[^+\d]/g, '')}`}>{telephone}</a>
        </p>
      )}
      {email === '' ? null : (
        <p>
          <a href={`mailto:${email}`}>{email}</a>
        </p>
      )}
      {reference === '' ? null : <p>{texts.theirNumber(reference)}</p>}
      {remark === '' ? null : <p className="soft">{remark}</p>}
      {note === undefined ? null : <p className="soft">{note}</p>}
    </div>
  );
}
