import { formatList } from '../../../kernel/format.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { CaseRecord } from './case-record.ts';
import { partyPagesTexts } from './party-pages.texts.ts';

/** Tells whoever answers for something that has been hit that it has, and what she does first: also where the rest is secret to her. */
export function Yours({ record }: { readonly record: CaseRecord }) {
  const { yours: texts } = useTexts(partyPagesTexts);
  const language = useLanguage();
  const names = record.links.flatMap(({ isHers, name }) => (isHers && name !== null ? [name] : []));
  if (names.length === 0 || record.state === 'closed' || record.state === 'merged') return null;
  return (
    <Notice kind="warning" title={texts.title(formatList(names, language))}>
      <p>{texts.text}</p>
      <ul>
        <li>
          {texts.plan} <Link to="/krisparm">{texts.binder}</Link>
        </li>
        <li>{texts.keep}</li>
        <li>{record.handler === null ? texts.tellAnyone : texts.tell(record.handler)}</li>
      </ul>
    </Notice>
  );
}
