import { useEffect, useState } from 'react';
import { formatMoment } from '../../kernel/format.ts';
import { deviceName } from '../../people/signin/pages/browser.ts';
import { ActProblem } from '../../registers/information/pages/act-problem.tsx';
import type { ViewMap } from '../../ui/api-types.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Loaded } from '../../ui/error-page.tsx';
import { useAct, useView } from '../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { pushPagesTexts } from './pages.texts.ts';
import './push.css';
import { abilityHere, hashHere, subscribeHere, unsubscribeHere } from './this-device.ts';

type Device = ViewMap['pushDevice.mine']['answer']['devices'][number];

/** Where somebody is woken: this device, and her others. */
export default function NotificationsPage() {
  const texts = useTexts(pushPagesTexts);
  const view = useView('pushDevice.mine');
  const [hash, setHash] = useState<string | null>(null);
  const look = () => void hashHere().then(setHash, () => setHash(null));
  useEffect(look, []);
  return (
    <Page title={texts.title} lead={texts.lead} breadcrumbs={[{ label: texts.account, to: '/mitt-konto' }]}>
      <Loaded view={view}>
        {({ publicKey, devices }) => {
          const here = devices.find((one) => one.endpointHash === hash && one.goneAt === null);
          return (
            <>
              <Section title={texts.here}>
                <Here serverKey={publicKey} device={here} onChanged={look} />
              </Section>
              <Section title={texts.others}>
                {devices.length === 0 ? <p className="soft">{texts.othersNone}</p> : null}
                <ul className="push-devices">
                  {devices.map((one) => (
                    <DeviceRow key={one.id} device={one} isHere={one.id === here?.id} onChanged={look} />
                  ))}
                </ul>
              </Section>
            </>
          );
        }}
      </Loaded>
      <Section title={texts.what}>
        <p>{texts.whatText}</p>
        <p>{texts.whoText}</p>
        <p>{texts.signOutText}</p>
      </Section>
    </Page>
  );
}

type HereProps = {
  readonly serverKey: string;
  readonly device: Device | undefined;
  readonly onChanged: () => void;
};

/** What this very browser can, does, or is kept from doing. */
function Here({ serverKey, device, onChanged }: HereProps) {
  const texts = useTexts(pushPagesTexts);
  const add = useAct('pushDevice.add');
  const [ability, setAbility] = useState(abilityHere);
  const [state, setState] = useState<'idle' | 'busy' | 'declined' | 'stopped'>('idle');
  const wake = async () => {
    setState('busy');
    const address = await subscribeHere(serverKey);
    if (address !== null) await add.run({ input: { ...address, name: deviceName() || texts.here } });
    setState(address === null ? 'declined' : 'idle');
    setAbility(abilityHere());
    onChanged();
  };
  const stop = () => {
    setState('stopped');
    setAbility(abilityHere());
  };
  if (ability !== 'can') return <Hindrance ability={ability} />;
  if (device !== undefined) return <p>{texts.wakes}</p>;
  return (
    <div className="stack">
      <p>{texts.wakeText}</p>
      <div>
        <Button look="primary" isBusy={state === 'busy'} onClick={() => void wake().catch(stop)}>
          {texts.wake}
        </Button>
      </div>
      <p role="status">{state === 'declined' ? texts.declined : ''}</p>
      <ActProblem problem={add.problem} />
      {state === 'stopped' && add.problem === undefined ? (
        <Notice kind="danger" isNews>
          {texts.stopped}
        </Notice>
      ) : null}
    </div>
  );
}

/** Why it cannot be done here, and what to do about it. */
function Hindrance({ ability }: { readonly ability: Exclude<ReturnType<typeof abilityHere>, 'can'> }) {
  const texts = useTexts(pushPagesTexts);
  const words = {
    insecure: [texts.insecureTitle, texts.insecureText],
    needsHomeScreen: [texts.phoneTitle, texts.phoneText],
    cannot: [texts.cannotTitle, texts.cannotText],
    denied: [texts.deniedTitle, texts.deniedText],
  } as const;
  const [title, text] = words[ability];
  return (
    <Notice kind={ability === 'needsHomeScreen' ? 'note' : 'warning'} title={title}>
      {text}
    </Notice>
  );
}

type RowProps = { readonly device: Device; readonly isHere: boolean; readonly onChanged: () => void };

function DeviceRow({ device, isHere, onChanged }: RowProps) {
  const texts = useTexts(pushPagesTexts);
  const language = useLanguage();
  const test = useAct('pushDevice.test');
  const remove = useAct('pushDevice.remove');
  const [isTested, setTested] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const { id, name, madeAt, sentAt, goneAt } = device;
  const when = (instant: string) => formatMoment(instant, language);
  const sendTest = async () => {
    setTested(false);
    await test.run({ id, input: {} });
    setTested(true);
  };
  const removeIt = async () => {
    await remove.run({ id, input: {} });
    if (isHere) await unsubscribeHere();
    setAsked(false);
    onChanged();
  };
  return (
    <li>
      <p className="push-device-name">
        {name}
        {isHere ? <span className="soft"> ({texts.thisOne})</span> : null}
      </p>
      <p className="soft">
        {goneAt === null
          ? `${texts.added(when(madeAt))} ${sentAt === null ? texts.neverSent : texts.sent(when(sentAt))}`
          : texts.gone(when(goneAt))}
      </p>
      {goneAt === null ? (
        <div className="row">
          <Button size="small" isBusy={test.isRunning} onClick={() => void sendTest().catch(() => undefined)}>
            {texts.test}
            <span className="visually-hidden">: {name}</span>
          </Button>
          <Button size="small" look="quiet" onClick={() => setAsked(true)}>
            {isHere ? texts.remove : texts.removeOther}
            <span className="visually-hidden">: {name}</span>
          </Button>
        </div>
      ) : null}
      <p role="status">{isTested ? texts.tested : ''}</p>
      <ActProblem problem={test.problem} />
      <ConfirmDialog
        title={texts.removeTitle(name)}
        isOpen={isAsked}
        confirmLabel={isHere ? texts.remove : texts.removeOther}
        isDestructive
        isBusy={remove.isRunning}
        onConfirm={() => void removeIt().catch(() => undefined)}
        onClose={() => setAsked(false)}
      >
        <>
          <p>{texts.removeText}</p>
          <ActProblem problem={remove.problem} />
        </>
      </ConfirmDialog>
    </li>
  );
}
