import { useQueryClient } from '@tanstack/react-query';
import { type ComponentType, Suspense, useState } from 'react';
import { eraseKept } from '../../offline/keeping.ts';
import { useNamedAct } from '../hooks.ts';
import { useTexts } from '../language.tsx';
import { Link, useGo } from '../link.tsx';
import { type LeavingProps, signInPath } from '../routing.ts';
import type { Session } from '../session.ts';
import { uiTexts } from '../ui.texts.ts';
import { Opener } from './opener.tsx';

interface AccountProps {
  readonly session: Session;
  /** What sees to what is kept of hers on the device, one after the other, before she is signed out. */
  readonly leaving: readonly ComponentType<LeavingProps>[];
}

/** Who is signed in, with the way to the account and out; or the way in. */
export function Account({ session, leaving }: AccountProps) {
  const texts = useTexts(uiTexts);
  const go = useGo();
  const end = useNamedAct<object, unknown>('session.end');
  const answers = useQueryClient();
  /** How many of `leaving` have been done; null while she stays. */
  const [done, setDone] = useState<number | null>(null);
  if (!session.signedIn) return <Link to={signInPath}>{texts.signIn}</Link>;

  const signOut = async () => {
    setDone(null);
    const { hashHere, unsubscribeHere } = await import('../../push/pages/this-device.ts');
    const endpointHash = await hashHere().catch(() => null);
    await end.run({ input: endpointHash === null ? {} : { endpointHash } });
    // The server wakes nobody here any more, whatever the browser's own service answers.
    if (endpointHash !== null) await unsubscribeHere().catch(() => undefined);
    // Nothing of hers is left for whoever uses the device next: what can be read without a network, forms half filled, and answers.
    await eraseKept();
    sessionStorage.clear();
    answers.clear();
    go(signInPath);
  };
  const leave = (already: number) => {
    if (already < leaving.length) setDone(already);
    else void signOut().catch(() => undefined);
  };
  const Leaving = done === null ? undefined : leaving[done];
  const personId = session.person?.id;
  const name = session.person?.name ?? texts.account;
  return (
    <>
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
          <button type="button" onClick={() => leave(0)}>
            {texts.signOut}
          </button>
        </li>
      </Opener>
      {Leaving === undefined || done === null || personId === undefined ? null : (
        <Suspense fallback={null}>
          <Leaving personId={personId} onLeave={() => leave(done + 1)} onStay={() => setDone(null)} />
        </Suspense>
      )}
    </>
  );
}
