import type { Configuration } from './configuration.ts';
import type { ConsoleTexts } from './console.texts.ts';
import { systemActor } from './kernel/access.ts';
import { isRefusal } from './kernel/refusal.ts';
import { act, type Services } from './kernel/run.ts';
import { anyAccount } from './people/signin/account.store.ts';
import { hashSecret, newSecret } from './people/signin/secrets.ts';
import { choose } from './people/signin/setup.actions.ts';
import { markProfileApplied, readSetup, saveSetupLink, wholly } from './people/signin/setup.store.ts';
import { applyProfile, profileNames } from './profiles/index.ts';
import { readSetting } from './settings/setting.store.ts';

/**
 * Chooses the profile that VARNA_SETUP names, where none has been chosen, and sees to it that the one chosen is in
 * place: also when an earlier start was interrupted.
 */
export async function prepareProfile(
  services: Services,
  setup: Configuration['setup'],
  texts: ConsoleTexts,
  log: (line: string) => void,
): Promise<void> {
  if (setup !== undefined && (await readSetup(services.db)).profile === null) {
    const input = { secret: newSecret(), profile: setup, municipality: profileNames[setup] };
    const acted = await act(services, choose, {
      actor: systemActor,
      id: null,
      input,
      version: null,
      idempotencyKey: null,
      confirmed: new Set(),
    });
    // Another process that started at the same time may have chosen first.
    if (isRefusal(acted) && acted.code !== 'profileChosen') throw new Error(`setup.choose: ${acted.code}`);
  }
  await applyChosenProfile(services, texts, log);
}

/** Puts the chosen profile in place, whole or not at all. Nothing happens when that has been done. */
export async function applyChosenProfile(
  services: Services,
  texts: ConsoleTexts,
  log: (line: string) => void,
): Promise<void> {
  const setting = await readSetting(services.db);
  const setup = await readSetup(services.db);
  if (setting === null || setup.profile === null || setup.isApplied) return;
  const begun = performance.now();
  log(texts.profileApplying(setting.profile));
  await wholly(services.db, async (db) => {
    if ((await readSetup(db)).isApplied) return;
    await applyProfile(setting.profile, { ...services, db });
    await markProfileApplied(db, services.clock());
  });
  log(texts.profileApplied(setting.profile, ((performance.now() - begun) / 1000).toFixed(1)));
}

/** A new link for the first visit; null when somebody has an account. Only its hash is kept. */
export async function newSetupLink(services: Services, publicUrl: string): Promise<string | null> {
  if (await anyAccount(services.db)) return null;
  const secret = newSecret();
  await saveSetupLink(services.db, hashSecret(secret), services.clock());
  return `${publicUrl}/kom-igang#${secret}`;
}
