/** WCAG 2.2, 1.4.3: the least contrast between text and what it stands on. */
const leastContrast = 4.5;

/** Can white text be read on the colour, `#rrggbb`, and the colour on white paper? The two are the same question. */
export function hasContrast(colour: string): boolean {
  return (1 + 0.05) / (luminance(colour) + 0.05) >= leastContrast;
}

/** Relative luminance as WCAG defines it, 0 for black and 1 for white. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
