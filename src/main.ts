import { parseArgs } from 'node:util';
import { registers } from './app.ts';
import { readConfiguration } from './configuration.ts';
import { consoleTexts } from './console.texts.ts';
import { openInstallation, type OpenInstallation, version } from './installation.ts';
import { pickTexts } from './kernel/texts.ts';
import { buildServer } from './server.ts';
import { webDirectory } from './server/web-files.ts';
import { existsSync } from 'node:fs';

const say = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const reading = readConfiguration(process.env, process.cwd());
  if (!reading.ok) {
    for (const problem of reading.problems) complain(problem);
    process.exitCode = 2;
    return;
  }
  const { configuration } = reading;
  const texts = pickTexts(consoleTexts, configuration.language);
  if (Number.parseInt(process.versions.node, 10) < 24) {
    complain(texts.oldNode(process.version));
    process.exitCode = 2;
    return;
  }
  const { values } = parseArgs({ options: { demo: { type: 'boolean', default: false } } });
  let open: OpenInstallation | null = null;
  const server = await buildServer({
    registers,
    version,
    publicUrl: configuration.publicUrl,
    web: webDirectory,
    services: () => open?.services ?? null,
    onFault: (reference, what, error) => {
      complain(texts.failed(reference, what));
      console.error(error);
    },
  });
  const { host, port } = configuration;
  try {
    await server.listen({ host, port });
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    complain(taken ? texts.portTaken(host, String(port)) : texts.cannotListen(host, String(port), String(error)));
    process.exitCode = 1;
    return;
  }
  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    // A second signal means: now.
    if (stopping) process.exit(1);
    stopping = true;
    say(`${signal}: ${texts.stopping}`);
    await server.close();
    await open?.close();
    say(texts.stopped);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stop(signal).catch((error: unknown) => {
        console.error(error);
        process.exitCode = 1;
      });
    });
  }
  say(texts.opening);
  try {
    open = await openInstallation(configuration, say, values.demo);
    if (stopping) await open.close();
  } catch (error) {
    complain(texts.startFailed);
    complain(error instanceof Error ? error.message : String(error));
    await server.close();
    process.exitCode = 1;
    return;
  }
  if (values.demo) say(texts.demo);
  if (!existsSync(webDirectory)) say(texts.webMissing);
  say(texts.ready(configuration.publicUrl));
}

await main();
