import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestSocketPath, socketDirectories, socketPath } from './socket-directory.ts';

describe('socketDirectories', () => {
  test('a short path keeps its socket beside the cluster', () => {
    expect(socketDirectories({ directory: '/srv/varna/postgres' }, false)[0]).toBe(
      '/srv/varna/postgres/socket',
    );
  });

  test('the path may have 107 bytes and not 108', () => {
    const tail = Buffer.byteLength(socketPath('/socket'));
    const fits = `/${'d'.repeat(longestSocketPath - tail - 1)}`;
    expect(Buffer.byteLength(socketPath(`${fits}/socket`))).toBe(longestSocketPath);
    expect(socketDirectories({ directory: fits }, false)[0]).toBe(`${fits}/socket`);
    expect(socketDirectories({ directory: `${fits}d` }, false)[0]).toMatch(/^\/tmp\/varna-[0-9a-f]{16}$/);
    expect(socketDirectories({ directory: `${fits}d` }, true)[0]).toMatch(/^\/run\/varna-[0-9a-f]{16}$/);
  });

  test('bytes count, not letters', () => {
    expect(socketDirectories({ directory: `/${'å'.repeat(50)}` }, false)[0]).toMatch(/^\/tmp\//);
  });

  test.each(['/srv/a,b/postgres', '/srv/a"b/postgres'])('%s would be read as a list', (directory) => {
    expect(socketDirectories({ directory }, false)[0]).toMatch(/^\/tmp\//);
  });

  test('whatever the path, there is a directory, and every one fits', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 400, unit: 'grapheme' }),
        fc.boolean(),
        (name, asRoot) => {
          const directories = socketDirectories({ directory: `/${name}` }, asRoot);
          expect(directories.length).toBeGreaterThan(0);
          for (const directory of directories) {
            expect(Buffer.byteLength(socketPath(directory))).toBeLessThanOrEqual(longestSocketPath);
          }
        },
      ),
    );
  });
});
