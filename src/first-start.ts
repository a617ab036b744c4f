import type { Configuration } from './configuration.ts';
import { actAtConsole } from './console-person.ts';
import type { ConsoleTexts } from './console.texts.ts';
import { isRefusal } from './kernel/refusal.ts';
import type { Services } from './kernel/run.ts';
import { newSecret } from './people/signin/secrets.ts';
import { choose, showLink } from './people/signin/setup.actions.ts';
import { markProfileApplied, readSetup, wholly } from './people/signin/setup.store.ts';
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
    const acted = await actAtConsole(services, choose, input);
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
  const shown = await actAtConsole(services, showLink, {});
  return isRefusal(shown) ? null : `${publicUrl}/kom-igang#${String(shown['secret'])}`;
}
