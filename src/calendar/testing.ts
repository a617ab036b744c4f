/** A property of a calendar: its parameters, and its value as it stands. */
interface Property {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly value: string;
}

/** A part of a calendar as RFC 5545 reads it. */
export interface Component {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly parts: readonly Component[];
}

/** Reads a calendar by the grammar of RFC 5545 §3.1 and §3.4, apart from the code that writes. @throws where it is broken */
export function parseCalendar(text: string): Component {
  if (!text.endsWith('\r\n')) throw new Error('the last line has no end');
  const lines = text.replaceAll('\r\n ', '').slice(0, -2).split('\r\n');
  const stack: { name: string; properties: Property[]; parts: Component[] }[] = [];
  let whole: Component | null = null;
  for (const line of lines) {
    if (/[\r\n]/.test(line)) throw new Error('a bare line break');
    const property = propertyOf(line);
    if (property.name === 'BEGIN') stack.push({ name: property.value, properties: [], parts: [] });
    else if (property.name === 'END') {
      const ended = stack.pop();
      if (ended === undefined || ended.name !== property.value) throw new Error(`END:${property.value}`);
      const above = stack.at(-1);
      if (above === undefined) whole = ended;
      else above.parts.push(ended);
    } else if (whole !== null || stack.length === 0) throw new Error('outside the calendar');
    else stack.at(-1)?.properties.push(property);
  }
  if (whole === null || stack.length > 0) throw new Error('not ended');
  return whole;
}

function propertyOf(line: string): Property {
  const found = /^([A-Z-]+)((?:;[A-Z-]+=[^":;,]*)*):(.*)$/su.exec(line);
  if (found === null) throw new Error(`not a property: ${line}`);
  const [, name = '', parameters = '', value = ''] = found;
  const pairs = parameters
    .split(';')
    .slice(1)
    .map((one) => one.split('='));
  return { name, parameters: Object.fromEntries(pairs) as Record<string, string>, value };
}

/** The value of a part's only property of that name; null where it has none. @throws where it has several */
export function valueOf(part: Component, name: string): string | null {
  const found = part.properties.filter((one) => one.name === name);
  if (found.length > 1) throw new Error(`${name} stands ${found.length} times`);
  return found[0]?.value ?? null;
}

/** A value of type TEXT as it reads (RFC 5545 §3.3.11). @throws where something is not escaped */
export function textOf(value: string | null): string {
  if (value === null) throw new Error('no such value');
  if (/(?<!\\)(?:\\\\)*[;,]/.test(value)) throw new Error('a bare comma or semicolon');
  return value.replace(/\\(.)/gs, (_whole, character: string) => (/[nN]/.test(character) ? '\n' : character));
}
