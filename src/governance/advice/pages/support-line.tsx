import { officeTexts } from '../../../people/offices.texts.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import './advice.css';
import { advicePagesTexts } from './pages.texts.ts';

type Role = ViewMap['advice.support']['answer']['items'][number];

/** At the foot of every page: whom to turn to, and how. A role that nobody holds says so, and what to do. */
export function SupportLine() {
  const texts = useTexts(advicePagesTexts).foot;
  const items = useView('advice.support').data?.items;
  // Outside, only the offices' own addresses are told: a role without one has nothing to say.
  const shown = items?.filter(
    (one) => one.vacant || one.name !== null || one.email !== null || one.telephone !== null,
  );
  if (shown === undefined || shown.length === 0) return null;
  const isInside = shown.some((one) => one.vacant || one.name !== null);
  return (
    <div className="support-line shell-width">
      <p className="support-title">
        {isInside ? <Link to="/rad-och-stod">{texts.label}</Link> : texts.label}
      </p>
      <ul>
        {shown.map((one) => (
          <li key={one.office}>
            <RoleLine role={one} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function RoleLine({ role }: { readonly role: Role }) {
  const texts = useTexts(advicePagesTexts).foot;
  const office = officeTexts[useLanguage()].offices[role.office];
  if (role.vacant) {
    return (
      <>
        {office}: {texts.vacant}
      </>
    );
  }
  const { name, deputy, email, telephone } = role;
  return (
    <>
      {office}
      {name === null ? null : ` ${name}`}
      {deputy ? ` (${texts.deputy})` : null}
      {email === null ? null : (
        <>
          {', '}
          <a href={`mailto:${email}`}>{email}</a>
        </>
      )}
      {telephone === null ? null : (
        <>
          {', '}
          <a href={`tel:${telephone.replace(/[^+\d]/g, '')}`}>{telephone}</a>
        </>
      )}
      {email === null && telephone === null ? `, ${texts.noContact}` : null}
    </>
  );
}
