import type { PdfBlock, PdfDocument, PdfText } from '../../../pdf/pdf-document.ts';
import { qrSvg } from './qr.ts';
import { unitCode } from './unit-code.ts';

/** What a poster says besides the unit's name. */
export interface PosterAround {
  readonly municipality: string;
  /** The address people use, without a slash at the end. */
  readonly publicUrl: string;
  readonly day: string;
  /** How it-stöd is called; null where nobody has said. */
  readonly telephone: string | null;
}

// A poster hangs on a wall in Sweden, whoever prints it; what is said in English is said on it besides.
const words = {
  title: 'Affisch: rapportera en händelse',
  question: 'Hänt något?',
  answer: 'Rapportera på en minut',
  permit:
    'Ett brev som gick fel, en borttappad telefon, ett konstigt mejl? Berätta. Du behöver inte vara säker, och ingen letar syndabockar.',
  how: 'Rikta telefonens kamera mot rutan, eller skriv adressen:',
  english:
    'Something happened? Report it in a minute. You need not be sure, and nobody is looking for someone to blame.',
  call: (telephone: string) => `Bråttom? Ring också it-stöd: ${telephone}`,
  alt: (address: string) => `QR-kod som leder till ${address}`,
};

/** Where a unit's poster leads. */
export function reportAddress(publicUrl: string, unitId: string): string {
  return `${publicUrl}/rapportera?enhet=${unitCode(unitId)}`;
}

const said = (text: string): PdfText => [{ words: text }];
const paragraph = (text: string): PdfBlock => ({ kind: 'paragraph', text: said(text) });

/** Posters to hang up: a page for each unit, with the address that says where somebody is. */
export function posterPdf(
  units: readonly { readonly id: string; readonly name: string }[],
  { municipality, publicUrl, day, telephone }: PosterAround,
): PdfDocument {
  const [first] = units;
  return {
    language: 'sv',
    look: 'poster',
    title: units.length === 1 && first !== undefined ? `${words.title}, ${first.name}` : words.title,
    author: municipality,
    day,
    head: [municipality, words.title],
    foot: municipality,
    blocks: units.flatMap(({ id, name }, at): PdfBlock[] => {
      const address = reportAddress(publicUrl, id);
      return [
        ...(at === 0 ? [] : [{ kind: 'pageBreak' } as const]),
        { kind: 'heading', level: 1, text: said(words.question) },
        { kind: 'heading', level: 1, text: said(words.answer) },
        paragraph(words.permit),
        { kind: 'image', format: 'svg', bytes: qrSvg(address), alt: words.alt(address), width: 0.56 },
        paragraph(words.how),
        // To be typed: the browser adds the beginning.
        { kind: 'large', text: said(address.replace(/^https?:\/\//, '')) },
        { kind: 'large', text: said(name) },
        paragraph(words.english),
        ...(telephone === null ? [] : [paragraph(words.call(telephone))]),
        paragraph(municipality),
      ];
    }),
  };
}
