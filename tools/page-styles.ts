import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Whether every page brings the style of what it shows. The style sheets that another page has fetched stay in the
 * window: a page that forgets its own looks right to whoever comes from there, and wrong to whoever comes to it first.
 */
interface Source {
  /** What it fetches before it is run: the modules and style sheets it names with `import` and `export … from`. */
  readonly imports: readonly string[];
  readonly classes: readonly string[];
  /** The pages that it lists, each fetched when it is first visited. */
  readonly pages: readonly string[];
}

/** What is fetched with the frame around every page. */
const frame = 'src/web.tsx';

/** A breach for each class that a page shows and no style sheet of its own, or of the frame, has rules for. */
export async function missingStyles(root: string, files: readonly string[]): Promise<readonly string[]> {
  const styled = await sheetsOf(root, files);
  const sources = new Map<string, Source>();
  for (const file of files.filter((one) => /\.tsx?$/.test(one) && !one.includes('.test.')))
    sources.set(file, readSource(file, await readFile(join(root, file), 'utf8')));
  const withFrame = fetchedBy(frame, sources);
  const breaches = new Set<string>();
  for (const page of [...sources.values()].flatMap((source) => source.pages)) {
    const fetched = fetchedBy(page, sources);
    for (const file of fetched) {
      for (const name of sources.get(file)?.classes ?? []) {
        const sheets = styled.get(name) ?? [];
        const isThere = sheets.length === 0 || sheets.some((one) => fetched.has(one) || withFrame.has(one));
        if (!isThere) breaches.add(`${page} shows .${name} (${file}) without ${sheets.join(' or ')}`);
      }
    }
  }
  return [...breaches];
}

/** Which style sheets have rules that begin with a class. `.workshop .form-actions` gives `.form-actions` no look of its own. */
async function sheetsOf(
  root: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const styled = new Map<string, string[]>();
  for (const file of files.filter((one) => one.endsWith('.css'))) {
    const source = (await readFile(join(root, file), 'utf8')).replaceAll(/\/\*[^]*?\*\//g, '');
    const selectors = [...source.matchAll(/([^{};]+)\{/g)].flatMap(([, before = '']) => before.split(','));
    const firsts = selectors.map((one) => one.trim().split(/[\s>+~]/)[0] ?? '');
    const names = new Set(firsts.flatMap((one) => [...one.matchAll(/\.([a-z][\w-]*)/gi)].map(second)));
    for (const name of names) styled.set(name, [...(styled.get(name) ?? []), file]);
  }
  return styled;
}

function readSource(file: string, text: string): Source {
  const at = (path: string) => join(dirname(file), path);
  const named = /^(?:import|export)(?! type)(?:[^;'"()]*? from)? ?'(\.[^']+)'/gm;
  const shown = /className=(?:"([^"]+)"|\{`([^`]+)`\}|\{[^}]*?'([^']+)'[^}]*\})/g;
  const classes = [...text.matchAll(shown)].flatMap(([, plain, woven, chosen]) =>
    (plain ?? woven ?? chosen ?? '').split(/\s+/),
  );
  const later = [...text.matchAll(/import\('(\.[^']+)'\)/g)].map(second);
  return {
    imports: [...text.matchAll(named)].map((match) => at(second(match))),
    classes,
    pages: file.endsWith('/pages/routes.tsx') ? later.map(at) : [],
  };
}

function second(match: RegExpExecArray): string {
  return match[1] ?? '';
}

/** The files that come with one: those it imports, those that they import, and itself. */
function fetchedBy(first: string, sources: ReadonlyMap<string, Source>): ReadonlySet<string> {
  const fetched = new Set<string>();
  const wanted = [first];
  for (let file = wanted.pop(); file !== undefined; file = wanted.pop()) {
    if (fetched.has(file)) continue;
    fetched.add(file);
    wanted.push(...(sources.get(file)?.imports ?? []));
  }
  return fetched;
}
