import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Cell, csvOf } from './csv.ts';
import { xlsxOf } from './xlsx.ts';

describe('a file of semicolons', () => {
  it('begins with a byte order mark, so that å ä ö are right when it is opened', () => {
    expect(csvOf([['Åäö'], ['é']]).toString('hex')).toBe(
      `efbbbf${Buffer.from('Åäö\r\né\r\n').toString('hex')}`,
    );
  });

  it.each<[Cell, string]>([
    ['=cmd|calc', "'=cmd|calc"],
    ['+46', "'+46"],
    ['-1+1', "'-1+1"],
    ['@sum', "'@sum"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['\n=1', '"\'\n=1"'],
    ['＝1+1', "'＝1+1"],
    ['＠sum', "'＠sum"],
    ['a=1', 'a=1'],
    [-1, '-1'],
    [null, ''],
    [true, 'true'],
    ['a;b', '"a;b"'],
    ['”a” "b"', '"”a” ""b"""'],
    ['rad\nrad', '"rad\nrad"'],
  ])('%j becomes %j', (cell, written) => {
    expect(csvOf([['h'], [cell]]).toString()).toBe(`\uFEFFh\r\n${written}\r\n`);
  });
});

it('a workbook holds texts as texts, whatever stands in them', () => {
  const cells = ['=1+1', 'Åäö & <b>"', 'a\u0001b', 3, false, null];
  const parts = unzipSync(xlsxOf('Bråkiga/namn: som är längre än trettioett tecken', [['h'], cells]));
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(sheet).not.toContain('<f>');
  expect(sheet).toContain('<is><t xml:space="preserve">=1+1</t></is>');
  expect(sheet).toContain('Åäö &amp; &lt;b&gt;&quot;');
  expect(sheet).toContain('>ab<');
  expect(sheet).toContain('<c><v>3</v></c><c t="b"><v>0</v></c><c/>');
  expect(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())).toContain(
    'name="Bråkiga namn  som är längre än "',
  );
});
