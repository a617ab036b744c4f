import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemOf } from '../../../kernel/problem.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { code } from '../../../people/organisation/testing.ts';
import { makePdf } from '../../../pdf/make-pdf.ts';
import { type Block, mostBlocks } from '../blocks/block.ts';
import { Documents } from '../chain/testing.ts';
import { asDocx } from '../files/as-docx.ts';
import { asPdf } from '../files/as-pdf.ts';
import { versionOf } from '../files/testing.ts';
import { openLibrary } from '../library.ts';
import { readModelPolicy } from '../policy-text/model-policy.ts';
import { documentRegister } from '../register.ts';
import { rawPdf, stream } from './testing.ts';

let town: Documents;
beforeAll(async () => {
  town = await Documents.open();
});
afterAll(() => town.world.close());

const title = 'Riktlinje för besök';
const blocks: Block[] = [
  { kind: 'heading', level: 1, text: 'Besök' },
  { kind: 'paragraph', text: 'Besök ska anmälas, se [sidan](https://exempel.se/besok).' },
  { kind: 'item', isNumbered: true, text: 'Möt besökaren.' },
  { kind: 'item', isNumbered: true, text: 'Följ med ut.' },
  {
    kind: 'table',
    rows: [
      ['Dörr', 'Låst'],
      ['Entrén', 'Alltid'],
    ],
  },
];
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
async function pdfOf(text: ReturnType<typeof versionOf>): Promise<Uint8Array> {
  const bytes = await makePdf(asPdf(text), 'reading');
  if (isRefusal(bytes)) throw new Error(bytes.code);
  return bytes;
}
const begin = (documentId: string, source: string, bytes: Uint8Array) =>
  town.world.act('documentVersion.begin', { input: { documentId, source, content: base64(bytes) } });

describe('a draft that begins with a file', () => {
  it.each(['docx', 'pdf'])('has the headings, lists, tables and links of a %s', async (source) => {
    const id = await town.made({ title });
    const version = versionOf({ title, blocks });
    const result = await begin(id, source, source === 'docx' ? await asDocx(version) : await pdfOf(version));
    if (isRefusal(result)) throw new Error(result.code);
    const { id: draft } = result.answer as { id: string };
    expect((await town.asked('documentVersion.record', draft))['blocks']).toEqual(blocks);
  });

  it('does not begin with a scanned one; the person is told what to do, and nothing is left behind', async () => {
    const id = await town.made({ title });
    const scanned = rawPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
      stream('q Q'),
    ]);
    const refusal = await begin(id, 'pdf', scanned);
    expect(refusal).toMatchObject({ code: 'scannedPdf', field: 'content' });
    if (!isRefusal(refusal)) throw new Error('not refused');
    expect(JSON.stringify(problemOf(refusal, 'sv', documentRegister))).toContain('Filen är inläst som bild');
    expect(JSON.stringify(problemOf(refusal, 'en', documentRegister))).toContain('scanned picture');
    expect((await town.asked('document.record', id))['versions']).toEqual([]);
  });

  it('of two hundred pages is read while the server answers others, and is told how to be divided', async () => {
    const sentence = 'Varje chef ska följa upp detta minst en gång om året och anteckna resultatet. ';
    const long = Array.from(
      { length: 900 },
      (_, at): Block => ({ kind: 'paragraph', text: `${sentence.repeat(7)}${at}` }),
    );
    const docx = await asDocx(versionOf({ title, blocks: long }));
    let longest = 0;
    let last = performance.now();
    const ticks = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const id = await town.made({ title });
    const result = await begin(id, 'docx', docx);
    clearInterval(ticks);
    if (isRefusal(result)) throw new Error(result.code);
    expect(longest).toBeLessThan(3000);
    const { id: draft } = result.answer as { id: string };
    const refusal = await town.world.act('documentVersion.propose', { id: draft, version: 1 });
    expect(refusal).toMatchObject({ code: 'tooManySentences', parameters: { limit: 2000, count: 7200 } });
    if (!isRefusal(refusal)) throw new Error('not refused');
    expect(problemOf(refusal, 'sv', documentRegister).detail).toContain(
      '7\u00a0200 meningar. Högst 2\u00a0000',
    );
  });

  it('with more paragraphs than a text may have is refused whole', async () => {
    const many = Array.from(
      { length: mostBlocks + 1 },
      (_, at): Block => ({ kind: 'paragraph', text: `Rad ${at}.` }),
    );
    const id = await town.made({ title });
    expect(await begin(id, 'docx', await asDocx(versionOf({ title, blocks: many })))).toMatchObject({
      code: 'tooManyBlocks',
      parameters: { limit: mostBlocks, count: mostBlocks + 1 },
    });
  });
});

describe('a policy that is read in from a PDF', () => {
  it('has every sentence and tie of the one it was made of', async () => {
    const { modelPolicy } = await openLibrary();
    const model = readModelPolicy(modelPolicy, 'Exempelby kommun');
    if (!model.ok) throw new Error(model.refusal.code);
    const { text } = model.value;
    const bytes = await pdfOf(versionOf({ title: text.title ?? '', kind: 'policy', text }));
    const input = { source: 'pdf', name: 'policy.pdf', content: base64(bytes) };
    const read = await town.world.did('documentVersion.importPolicy', input);
    const { sentences } = (await town.asked('documentVersion.record', read.id)) as {
      sentences: { text: string }[];
    };
    expect(sentences.map((one) => one.text)).toEqual(text.sentences.map((one) => one.text));
    expect(code(await town.world.act('documentVersion.importPolicy', { input }))).toBe('draftExists');
  });
});
