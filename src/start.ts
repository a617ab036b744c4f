import { existsSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { eraseDue } from './audit/retention/erase.ts';
import { startSequencer } from './audit/sequencer.ts';
import { showStanding } from './audit/standing.ts';
import { printVerifierKey } from './audit/tree/note.ts';
import { keepVerified } from './audit/verification/keep.ts';
import { ownKeys } from './audit/key-file.ts';
import { verifyLive } from './audit/verify-live.ts';
import { keepCampaigns } from './governance/acknowledgements/keep.ts';
import { keepWitnesses } from './audit/witnesses/keep.ts';
import { registers } from './app.ts';
import type { Configuration } from './configuration.ts';
import { type ConsoleTexts, consoleTexts } from './console.texts.ts';
import { applyChosenProfile, newSetupLink, prepareProfile } from './first-start.ts';
import { type OpenInstallation, openInstallation, version } from './installation.ts';
import { keepHouse } from './kernel/housekeeping.ts';
import { forgetWords } from './mail/mail.store.ts';
import { scanThrough } from './files/scan.ts';
import { keepMail, keepQueue } from './mail/post.ts';
import { sendThrough } from './mail/smtp.ts';
import { openPush } from './push/transport.ts';
import { forgetSenders } from './registers/incidents/mail-intake/mail-intake.store.ts';
import { keepMailIntake } from './registers/incidents/mail-intake/keep.ts';
import { keepNotices } from './registers/incidents/notices/keep.ts';
import { readThrough } from './mail/imap.ts';
import { keepExceptions } from './registers/exceptions/keep.ts';
import { forgetDead } from './people/signin/forget.store.ts';
import { pickTexts } from './kernel/texts.ts';
import { publicPath } from './governance/publication/public-address.ts';
import { readSetup } from './people/signin/setup.store.ts';
import { keepChannel } from './registers/incidents/channel/keep.ts';
import { keepClocks } from './registers/incidents/duties/keep.ts';
import { forgetIntake } from './registers/incidents/report.store.ts';
import { keepScanning } from './registers/incidents/keep.ts';
import { buildServer } from './server.ts';
import { keepPublished } from './server/public-policy.ts';
import { webDirectory } from './server/web-files.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/**
 * Starts the server: listens at once, opens the database, and tells the console what to do next. What cannot be
 * started is told in a sentence, and the process ends with code 1. SIGINT and SIGTERM stop it in order; a second
 * signal stops it at once.
 */
export async function start(configuration: Configuration, isDemo: boolean): Promise<void> {
  const texts = pickTexts(consoleTexts, configuration.language);
  let open: OpenInstallation | null = null;
  // Only when the profile is in place too: whoever waits for /readyz finds an installation that is whole.
  let isReady = false;
  const fault = (reference: string, what: string, error: unknown): void => {
    complain(texts.failed(reference, what));
    console.error(error);
  };
  const server = await buildServer({
    registers,
    version,
    publicUrl: configuration.publicUrl,
    web: webDirectory,
    services: () => (isReady ? (open?.services ?? null) : null),
    onFault: fault,
    onProfileChosen: () => {
      if (open === null) return;
      applyChosenProfile(open.services, texts, say).catch((error: unknown) => fault('-', 'profile', error));
    },
  });
  if (!(await listen(server, configuration, texts))) return;
  const state = { isStopping: false, endDuties: (): Promise<void> => Promise.resolve() };
  onSignal(async (signal) => {
    if (state.isStopping) process.exit(1);
    state.isStopping = true;
    say(`${signal}: ${texts.stopping}`);
    await server.close();
    await state.endDuties();
    await open?.close();
    say(texts.stopped);
  });
  say(texts.opening);
  try {
    const opened = await openInstallation(configuration, say, isDemo);
    open = opened;
    if (state.isStopping) return await opened.close();
    // One click must never open a door to somebody's true records.
    if (isDemo && (await readSetup(opened.services.db)).profile !== null)
      throw new Error(texts.demoNeedsEmpty);
    await prepareProfile(opened.services, isDemo ? 'exempelkommun' : configuration.setup, texts, say);
    isReady = true;
    state.endDuties = beginDuties(opened, configuration, (what, error) => fault('-', what, error));
    await tellTheWay(opened, configuration, isDemo);
  } catch (error) {
    complain(texts.startFailed);
    complain(describe(error));
    await server.close();
    await open?.close();
    process.exitCode = 1;
  }
}

/** What is thrown away when its time is out. */
const housework = [forgetDead, eraseDue, forgetWords, forgetIntake, forgetSenders];

/** What the installation does by itself while it runs. Returns what ends it, after what is at hand. */
function beginDuties(
  { services, log, texts }: OpenInstallation,
  { host, port, publicUrl, smtp, imap, dataDirectory, allowsPrivateWitnesses, scanCommand }: Configuration,
  onFault: (what: string, error: unknown) => void,
): () => Promise<void> {
  // The page is read as a visitor would, over the loopback: also a server bound to every address answers there.
  const origin = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`;
  sendThrough(smtp);
  readThrough(imap);
  scanThrough(scanCommand);
  const ends: (() => void | Promise<void>)[] = [
    keepHouse(services.db, services.clock, housework, (error) => onFault('housekeeping', error)),
    keepMail(services, smtp, (error) => onFault('mail', error)),
    keepQueue(services, openPush(services), (error) => onFault('push', error)),
    keepPublished({ services, origin, publicUrl }, (error) => onFault(publicPath, error)),
    keepExceptions(services, (error) => onFault('exceptions', error)),
    keepClocks(services, (error) => onFault('clocks', error)),
    keepScanning(services, (error) => onFault('scans', error)),
    keepChannel({ services, origin }, (error) => onFault('channel', error)),
    keepMailIntake(services, (error) => onFault('mail intake', error)),
    keepNotices(services, (error) => onFault('report notices', error)),
    keepCampaigns(services, (error) => onFault('campaigns', error)),
    keepWitnesses({
      services,
      dataDirectory,
      allowsPrivate: allowsPrivateWitnesses,
      onInconsistent: (witness) => complain(texts.witnessDisagrees(witness)),
      onFault: (error) => onFault('witnesses', error),
    }),
    keepVerified({
      services,
      // Keys come from outside the database: one that somebody has added there is not relied on.
      verify: async () =>
        verifyLive(services.db, {
          keys: await ownKeys(dataDirectory, printVerifierKey(log.signer.verifierKey)),
        }),
      onFindings: ({ faults }) => complain(texts.logNotWhole(String(faults))),
      onFault: (error) => onFault('verification', error),
    }),
  ];
  const sequencer = startSequencer({
    ...log,
    db: services.db,
    clock: services.clock,
    mayBegin: async () => (await readSetup(services.db)).isApplied,
    onStopped: (standing, error) => {
      complain(texts.logStopped[standing]);
      if (standing === 'failing') onFault('log', error);
    },
  });
  showStanding(() => sequencer.state());
  return async () => {
    await Promise.all(
      ends.map(async (end) => {
        await end();
      }),
    );
    await sequencer.end();
  };
}

async function listen(
  server: FastifyInstance,
  { host, port }: Configuration,
  texts: ConsoleTexts,
): Promise<boolean> {
  try {
    await server.listen({ host, port });
    return true;
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    complain(
      taken ? texts.portTaken(host, String(port)) : texts.cannotListen(host, String(port), describe(error)),
    );
    process.exitCode = 1;
    return false;
  }
}

async function tellTheWay(
  opened: OpenInstallation,
  configuration: Configuration,
  isDemo: boolean,
): Promise<void> {
  const { texts, services } = opened;
  if (!existsSync(webDirectory)) say(texts.webMissing);
  say(texts.ready(configuration.publicUrl));
  if (isDemo) return say(texts.demo);
  const link = await newSetupLink(services, configuration.publicUrl);
  if (link !== null) say(texts.setupLink(link));
}

function onSignal(stop: (signal: string) => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stop(signal).catch((error: unknown) => {
        console.error(error);
        process.exitCode = 1;
      });
    });
  }
}

/** An error's own sentence, and that of what caused it. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const name = error.name === 'Error' ? error.constructor.name : error.name;
  const own = name === 'Error' || name === 'SupervisorError' ? error.message : `${name}: ${error.message}`;
  return error.cause === undefined ? own : `${own}\n  ${describe(error.cause)}`;
}
