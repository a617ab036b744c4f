import { useTexts } from '../../ui/language.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { loggingTexts } from './logging.texts.ts';

/** What the log knows of whoever uses Värna, why, how long, and who can see it: open, and one tap away from anywhere. */
export default function Logging() {
  const texts = useTexts(loggingTexts);
  return (
    <Page title={texts.title} lead={texts.lead}>
      <Section title={texts.told}>
        <ul>
          {Object.entries(texts.toldRows).map(([key, row]) => (
            <li key={key}>{row}</li>
          ))}
        </ul>
      </Section>
      <Section title={texts.untold}>
        <p>{texts.untoldText}</p>
      </Section>
      <Section title={texts.seen}>
        <p>{texts.seenText}</p>
      </Section>
      <Section title={texts.kept}>
        <p>{texts.keptText}</p>
      </Section>
      <Section title={texts.blind}>
        <p>{texts.blindText}</p>
      </Section>
      <Section title={texts.rights}>
        <p>{texts.rightsText}</p>
      </Section>
    </Page>
  );
}
