import reader from 'jsqr';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newId } from '../../../kernel/ids.ts';
import { posterPdf, reportAddress } from './poster.ts';
import { qrModules, qrSvg } from './qr.ts';
import { unitCode } from './unit-code.ts';

/** What a telephone's camera reads: every module as some points of black or white. */
function readQr(modules: readonly (readonly boolean[])[]): string | undefined {
  const [side, size] = [4, modules.length * 4];
  const points = new Uint8ClampedArray(size * size * 4).fill(255);
  for (let at = 0; at < size * size; at++) {
    const isDark = modules[Math.floor(at / size / side)]?.[Math.floor((at % size) / side)] === true;
    if (isDark) points.fill(0, at * 4, at * 4 + 3);
  }
  return reader.default(points, size, size)?.data;
}

/** The modules that the picture itself draws. */
function drawnIn(svg: string): boolean[][] {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const drawn = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x = '', y = ''] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    const row = drawn[Number(y)];
    if (row !== undefined) row[Number(x)] = true;
  }
  return drawn;
}

it('a poster’s QR code leads to the report with the unit’s code', () => {
  const id = newId();
  const address = reportAddress('https://varna.kommunen.se', id);
  expect(address).toBe(`https://varna.kommunen.se/rapportera?enhet=${unitCode(id)}`);
  expect(readQr(qrModules(address))).toBe(address);
  const drawn = drawnIn(Buffer.from(qrSvg(address)).toString());
  expect(readQr(drawn)).toBe(address);
  // Four light modules all around, or a camera may not find it.
  const edges = drawn.flatMap((row, y) =>
    row.filter((_, x) => Math.min(x, y, drawn.length - 1 - x, drawn.length - 1 - y) < 4),
  );
  expect(edges.some((isDark) => isDark)).toBe(false);
});

it('any address of ours is read back as it was', () => {
  fc.assert(
    fc.property(fc.webUrl(), (url) => {
      expect(readQr(qrModules(url.slice(0, 150)))).toBe(url.slice(0, 150));
    }),
    { numRuns: 25 },
  );
});

it('codes are eight signs that are not taken for one another, and differ', () => {
  const codes = Array.from({ length: 2000 }, () => unitCode(newId()));
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
});

it('says nothing of a telephone where there is none, and has one page for each unit', () => {
  const units = ['Förskolan Ängen', 'Hemtjänst öst'].map((name) => ({ id: newId(), name }));
  const around = { municipality: 'Provkommun', publicUrl: 'https://v.example', day: '2026-11-23' };
  const without = posterPdf(units, { ...around, telephone: null });
  expect(without.blocks.filter(({ kind }) => kind === 'pageBreak')).toHaveLength(1);
  expect(JSON.stringify(without)).not.toContain('it-stöd');
  expect(JSON.stringify(posterPdf(units, { ...around, telephone: '0926-740 00' }))).toContain('0926-740 00');
});
