import { formatLongDate, formatMoment } from '../kernel/format.ts';
import { useLanguage, useTexts } from './language.tsx';
import { Link } from './link.tsx';
import { useListState } from './list-state.ts';
import './past-banner.css';
import { usePast } from './past.ts';
import { uiTexts } from './ui.texts.ts';

/** Says that the page shows how it was, with the way back to now. Nothing when it shows now. */
export function PastBanner() {
  const { asOf, isOffered } = usePast();
  const texts = useTexts(uiTexts);
  const language = useLanguage();
  const { href } = useListState();
  if (asOf === undefined || !isOffered) return null;
  const time = asOf.includes('T') ? formatMoment(asOf, language) : formatLongDate(asOf, language);
  return (
    <p className="past-banner" role="status">
      <span>{texts.pastShows(time)}</span>{' '}
      <Link to={href({ asOf: undefined })} keepsTime={false}>
        {texts.showAsItIs}
      </Link>
    </p>
  );
}
