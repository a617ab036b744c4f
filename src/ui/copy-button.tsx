import { useState } from 'react';
import { Button } from './button.tsx';
import { useTexts } from './language.tsx';
import { uiTexts } from './ui.texts.ts';

type CopyButtonProps = {
  readonly text: string;
  /** What is copied, in a verb with its object: ”Kopiera länken”. */
  readonly label: string;
};

/** Puts a text on the clipboard, and says whether it is there. Without https the browser lends none, and says so only when asked. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const texts = useTexts(uiTexts);
  const [copied, setCopied] = useState<'not yet' | 'yes' | 'failed'>('not yet');
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied('yes');
  };
  return (
    <div className="row">
      <Button onClick={() => void copy().catch(() => setCopied('failed'))}>{label}</Button>
      <span role="status">
        {copied === 'yes' ? texts.copied : null}
        {copied === 'failed' ? texts.notCopied : null}
      </span>
    </div>
  );
}
