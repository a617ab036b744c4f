import { useNamedAct } from '../hooks.ts';
import { useTexts } from '../language.tsx';
import { Link, useGo } from '../link.tsx';
import { signInPath } from '../routing.ts';
import type { Session } from '../session.ts';
import { uiTexts } from '../ui.texts.ts';
import { Opener } from './opener.tsx';

/** Who is signed in, with the way to the account and out; or the way in. */
export function Account({ session }: { readonly session: Session }) {
  const texts = useTexts(uiTexts);
  const go = useGo();
  const end = useNamedAct<object, unknown>('session.end');
  if (!session.signedIn) return <Link to={signInPath}>{texts.signIn}</Link>;

  const signOut = async () => {
    await end.run({ input: {} });
    go(signInPath);
  };
  const name = session.person?.name ?? texts.account;
  return (
    <Opener label={name} description={`${texts.account}: ${name}`} side="end">
      {session.offices.length === 0 ? null : (
        <li className="opener-words">
          {session.offices.map((held) => (
            <div key={`${held.office} ${held.scopeName}`}>
              {held.name}
              {held.scopeName === '' ? '' : ` – ${held.scopeName}`}
            </div>
          ))}
        </li>
      )}
      <li>
        <Link to="/mitt-konto">{texts.myAccount}</Link>
      </li>
      <li>
        <Link to="/konto/last-om-mig">{texts.readAboutMe}</Link>
      </li>
      <li>
        <button type="button" onClick={() => void signOut().catch(() => undefined)}>
          {texts.signOut}
        </button>
      </li>
    </Opener>
  );
}
