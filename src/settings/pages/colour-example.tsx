import { useTexts } from '../../ui/language.tsx';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { hasContrast } from '../contrast.ts';
import { settingPagesTexts } from './pages.texts.ts';
import './settings.css';

/** What the colour looks like in use, and whether it can be read. */
export function ColourExample({ colour }: { readonly colour: string }) {
  const texts = useTexts(settingPagesTexts);
  const isReadable = hasContrast(colour);
  // An attribute of SVG, since the page's own policy refuses styles written in elements.
  return (
    <div className="colour-example">
      <svg viewBox="0 0 120 24" width="240" height="48" aria-hidden="true" focusable="false">
        <rect width="120" height="24" fill="#ffffff" />
        <rect x="4" y="5" width="52" height="14" rx="2" fill={colour} />
        <text x="30" y="14.5" fontSize="7" textAnchor="middle" fill="#ffffff">
          Värna
        </text>
        <text x="66" y="14.5" fontSize="7" fill={colour} textDecoration="underline">
          Värna
        </text>
      </svg>
      <p role="status">
        <VerdictMark verdict={isReadable ? 'met' : 'not_met'} isBare />{' '}
        {isReadable ? texts.colourReadable : texts.colourTooLight}
      </p>
    </div>
  );
}
