import { registers } from '../src/app.ts';
import type { Services } from '../src/kernel/run.ts';
import { buildServer } from '../src/server.ts';
import { milliseconds, quantile, type Row, timed } from './measure.ts';

const rounds = 300;
const warm = 30;
const longest = 100;

/** The public pages as the server makes them, without a network: the slowest of a hundred visits. */
export async function measurePublic(services: Services): Promise<Row[]> {
  const app = await buildServer({
    registers,
    version: 'bench',
    publicUrl: 'http://127.0.0.1',
    web: '/nowhere',
    services: () => services,
    onFault: () => undefined,
    onProfileChosen: () => undefined,
  });
  try {
    const rows: Row[] = [];
    for (const path of ['/policy', '/dokument', '/dokument/flode.xml']) {
      const times: number[] = [];
      for (let round = 0; round < warm + rounds; round++) {
        const time = await timed(async () => {
          const { statusCode } = await app.inject({ url: path });
          if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}`);
        });
        if (round >= warm) times.push(time);
      }
      const value = quantile(times, 0.99);
      rows.push({
        name: `${path} to anybody, p99`,
        measured: milliseconds(value),
        reference: `${milliseconds(quantile(times, 0.5))} (the median)`,
        ratio: null,
        budget: `< ${longest} ms`,
        met: value < longest,
      });
    }
    return rows;
  } finally {
    await app.close();
  }
}
