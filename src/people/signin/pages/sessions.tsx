import { formatMoment } from '../../../kernel/format.ts';
import { Button } from '../../../ui/button.tsx';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Section } from '../../../ui/page.tsx';
import { signinTexts } from '../signin.texts.ts';
import './signin.css';

/** Where somebody is signed in, and the way to end it. */
export function Sessions() {
  const texts = useTexts(signinTexts);
  const language = useLanguage();
  const view = useView('session.mine');
  const revoke = useAct('session.revoke');
  const revokeOthers = useAct('session.revokeOthers');
  const items = view.data?.items ?? [];
  const methods: Readonly<Record<string, string>> = texts.account.methods;
  return (
    <Section title={texts.account.sessionsTitle}>
      <ul className="signin-rows">
        {items.map((one) => (
          <li key={one.id}>
            <span>
              {one.device === '' ? texts.account.unknownDevice : one.device}{' '}
              <span className="soft">
                {methods[one.method] ?? ''}. {texts.account.lastSeen(formatMoment(one.lastSeenAt, language))}.
              </span>
            </span>
            {one.isThis ? (
              <span className="soft">{texts.account.thisSession}</span>
            ) : (
              <Button
                size="small"
                onClick={() => void revoke.run({ id: one.id, input: {} }).catch(() => undefined)}
              >
                {texts.account.endSession}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {items.length > 1 ? (
        <div>
          <Button onClick={() => void revokeOthers.run({ input: {} }).catch(() => undefined)}>
            {texts.account.endOthers}
          </Button>
        </div>
      ) : null}
    </Section>
  );
}
