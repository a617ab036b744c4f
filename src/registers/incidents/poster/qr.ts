import { encode } from 'uqr';

/** Light modules around the code that the standard asks for (ISO/IEC 18004, 6.3.8). */
const quietZone = 4;

/** The modules of a QR code of the text, row by row; true is dark. A quarter of it may be damaged, as on a wall it is. */
export function qrModules(text: string): readonly (readonly boolean[])[] {
  return encode(text, { ecc: 'Q', border: quietZone }).data;
}

/** The QR code as a picture of one path, sharp at any size. */
export function qrSvg(text: string): Uint8Array {
  const modules = qrModules(text);
  const path = modules.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  const size = modules.length;
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path.join('')}" fill="#000"/></svg>`,
  );
}
