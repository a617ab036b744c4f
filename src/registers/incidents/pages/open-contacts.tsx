import { useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { Section } from '../../../ui/page.tsx';
import '../../information/pages/class-figure.css';
import { ContactLine } from './contact-line.tsx';
import { incidentPagesTexts } from './pages.texts.ts';

/** Whom to call in what is going on, for the binder: kept on the device with it. Nothing where there is nobody. */
export function OpenContacts() {
  const texts = useTexts(incidentPagesTexts).record;
  const items = useView('incident.contacts').data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={texts.openContacts}>
      <ul className="things">
        {items.map((one) => (
          <li className="thing" key={one.id}>
            <ContactLine contact={one} note={one.number} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
