import { parseArgs } from 'node:util';
import { readConfiguration } from './configuration.ts';
import { consoleTexts } from './console.texts.ts';
import { pickTexts } from './kernel/texts.ts';

/** Before anything is imported that an older Node cannot read: which Node is this, and is the environment right? */
const reading = readConfiguration(process.env, process.cwd());
const texts = pickTexts(consoleTexts, reading.ok ? reading.configuration.language : 'sv');
if (Number.parseInt(process.versions.node, 10) < 24) {
  process.stderr.write(`${texts.oldNode(process.version)}\n`);
  process.exitCode = 2;
} else if (reading.ok) {
  const { values } = parseArgs({ options: { demo: { type: 'boolean', default: false } } });
  const { start } = await import('./start.ts');
  await start(reading.configuration, values.demo);
} else {
  for (const problem of reading.problems) process.stderr.write(`${problem}\n`);
  process.exitCode = 2;
}
