import { parentPort } from 'node:worker_threads';
import { examine } from './examine.ts';

/** A thread that reads runs of lines as they come and answers with each, handing the memory over and not copying it. */
parentPort?.on('message', (bytes: Uint8Array<ArrayBuffer>) => {
  const run = examine(bytes);
  const parts = [run.bytes, run.places, run.kinds, run.hashes, run.times, run.kept];
  parentPort?.postMessage(
    run,
    parts.map((part) => part.buffer as ArrayBuffer), // made by examine, or handed over to this thread
  );
});
