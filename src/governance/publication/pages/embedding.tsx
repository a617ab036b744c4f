import { useState } from 'react';
import type { Id } from '../../../kernel/ids.ts';
import { Button } from '../../../ui/button.tsx';
import { useTexts } from '../../../ui/language.tsx';
import { Section } from '../../../ui/page.tsx';
import { documentPath } from '../public-address.ts';
import { publicationPagesTexts } from './pages.texts.ts';
import './publishing.css';

type EmbeddingProps = {
  /** The policy in force; null when there is none. */
  readonly document: { readonly id: string; readonly title: string } | null;
};

/** The line that shows the policy within another site's page, to be copied. */
export function Embedding({ document }: EmbeddingProps) {
  const texts = useTexts(publicationPagesTexts).embedding;
  const [isCopied, setCopied] = useState(false);
  if (document === null) {
    return (
      <Section title={texts.title}>
        <p className="soft">{texts.none}</p>
      </Section>
    );
  }
  // The id of a document that was just read.
  const path = documentPath({ id: document.id as Id<'Document'>, title: document.title });
  const address = `${window.location.origin}${path}/inbaddad`;
  const code = `<iframe src="${address}" title="${texts.frameTitle}" width="100%" height="800" loading="lazy"></iframe>`;
  const copy = async () => {
    await navigator.clipboard.writeText(code);
    setCopied(true);
  };
  return (
    <Section title={texts.title} lead={texts.lead}>
      <pre className="embedding-code" tabIndex={0} aria-label={texts.code}>
        {code}
      </pre>
      {/* Where the browser keeps the clipboard to itself, the code can still be marked and copied by hand. */}
      <p className="row">
        <Button size="small" onClick={() => void copy().catch(() => undefined)}>
          {texts.copy}
        </Button>
        <span role="status" className="soft">
          {isCopied ? texts.copied : ''}
        </span>
      </p>
      <p>{texts.allow}</p>
      <p className="soft">{texts.other}</p>
    </Section>
  );
}
