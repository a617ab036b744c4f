import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { clauses } from '../src/clauses/index.ts';
import { followedNumbers } from '../src/clauses/followed.ts';

/** The documents say what is there: links lead somewhere, the handbook's index names every page, the README counts right. */
const folders = ['.', 'docs', 'docs/decisions', 'docs/handbok', 'tools/verify-audit'];
const documents = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name)),
);
const read = (file: string) => readFileSync(file, 'utf8');

/** The anchor that GitHub and Forgejo give a heading. */
const anchorOf = (heading: string) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}\- ]/gu, '')
    .replaceAll(' ', '-');

function leadsNowhere(file: string, link: string): boolean {
  const [place = '', anchor] = link.split('#');
  const target = place === '' ? file : path.join(path.dirname(file), place);
  if (!existsSync(target)) return true;
  if (anchor === undefined) return false;
  const headings = [...read(target).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));
  return !headings.includes(anchor);
}

describe('a document', () => {
  it.each(documents)('%s has only links that lead somewhere', (file) => {
    const links = [...read(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    const local = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(local.filter((link) => leadsNowhere(file, link))).toEqual([]);
  });
});

describe('the handbook’s index', () => {
  const index = read('docs/handbok/index.md');
  const [contents = '', tables = ''] = index.split('## Läs det här om du har fått en roll');

  it('names every page once', () => {
    const named = [...contents.matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, name = '']) => name);
    const pages = readdirSync('docs/handbok').filter((name) => name !== 'index.md');
    expect(named.sort()).toEqual(pages.sort());
  });

  it('counts its list from 1, and has one row for each role and each place', () => {
    const numbers = [...contents.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number));
    expect(numbers).toEqual(numbers.map((_number, position) => position + 1));
    const firsts = [...tables.matchAll(/^\| ([^|-][^|]*) \|/gm)].map(([, first]) => first);
    expect(firsts.length).toBeGreaterThan(15);
    expect(firsts.filter((first, position) => firsts.indexOf(first) !== position)).toEqual([]);
  });
});

describe.each([
  ['README.md', /(\d+) of (\d+) clauses followed/, /(\d+) clauses, which answer/],
  ['README.sv.md', /(\d+) av (\d+) krav följs/, /(\d+) krav, som svarar/],
])('%s', (file, followed, rest) => {
  const text = read(file);

  it('counts the clauses as they are', () => {
    const [, some, all] = followed.exec(text) ?? [];
    expect([Number(some), Number(all)]).toEqual([followedNumbers.size, clauses.length]);
    expect(Number(rest.exec(text)?.[1])).toBe(clauses.length - followedNumbers.size);
  });

  it('names only commands that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm (?:run (?:-s )?)?(\w[\w:]*)/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});
