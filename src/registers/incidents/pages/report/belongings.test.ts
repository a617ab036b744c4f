import { describe, expect, it } from 'vitest';
import {
  draftFoundBy,
  foundBy,
  type Here,
  isShownTo,
  leftBy,
  maySend,
  nextFrom,
  unsentOf,
} from './belongings.ts';
import { type Draft, emptyDraft, type Outgoing } from './kept.ts';
import { handedIn } from './use-report.ts';

const anna = 'anna';
const here = (personId: string | null): Here => ({ personId });
const report = (more: Partial<Outgoing> = {}): Outgoing => ({
  key: 'k',
  report: {
    key: 'k',
    happened: 'Ett brev är borta.',
    noticedAt: null,
    place: '',
    affected: '',
    ongoing: 'no',
    contact: '070-123',
  },
  isNamed: true,
  owner: anna,
  isLeft: false,
  files: [],
  writtenAt: '2026-11-23T10:00:00Z',
  code: null,
  refused: null,
  ...more,
});
const file = { key: 'f', name: 'foto.png', bytes: new ArrayBuffer(1) };
const sent = { code: 'AAAA-BBBB' };
const unnamed = { isNamed: false };
/** The same for whoever comes to the device after her. */
const nobodys = { owner: null, isLeft: true, isNamed: false };

const poster = { code: 'ENHET', name: 'Skolan' };
it.each([
  ['hers, who is here still', anna, here(anna), { place: 'Skolan, expeditionen', poster }],
  ['nobody’s, and nobody is signed in', null, here(null), { place: 'Skolan, expeditionen', poster }],
  ['nobody’s, without a network', null, undefined, { place: 'Skolan, expeditionen', poster }],
  ['hers, who has signed out', anna, here(null), {}],
  ['hers, and another is here', anna, here('bo'), {}],
  ['hers, and nobody knows who is here', anna, undefined, {}],
  ['nobody’s, and somebody has signed in', null, here('bo'), {}],
])('a next report begins where the last was when that was %s', (_whose, owner, at, begun) => {
  expect(nextFrom({ place: 'Skolan, expeditionen', poster, owner }, at)).toEqual(begun);
});

it('a first report begins empty, and so does the next after all has been forgotten', () => {
  expect(nextFrom(null, here(anna))).toEqual({});
});

it.each([
  ['nobody’s', null, here('bo'), true],
  ['her own', anna, here(anna), true],
  ['another’s', anna, here('bo'), false],
  ['somebody’s, and nobody is signed in', anna, here(null), false],
  ['somebody’s, and nobody knows who is here', anna, undefined, true],
])('what is %s is shown: %s to %o', (_whose, owner, at, shown) => {
  expect(isShownTo(at, owner)).toBe(shown);
});

it.each([
  ['with her name, by her', {}, here(anna), true],
  ['with her name, by another', {}, here('bo'), false],
  ['with her name, by nobody', {}, here(null), false],
  ['with her name, by nobody knows whom', {}, undefined, false],
  ['without her name, by another', unnamed, here('bo'), true],
  ['without her name, without a network’s answer', unnamed, undefined, true],
  ['its files, by another', { ...sent, files: [file] }, here('bo'), true],
])('a report is sent %s', (_how, more, at, may) => {
  expect(maySend(report(more), at)).toBe(may);
});

describe('the unit whose poster she came by', () => {
  const poster = { code: 'ABCD1234', name: 'Skolan' };
  const from = (more: Partial<Draft>) => handedIn({ ...emptyDraft, ...more }, true, anna);

  it.each([
    ['with its name in the answer', { poster, place: 'Skolan, rum 12' }, 'ABCD1234'],
    ['without a network, so that its name is not known', { poster: { ...poster, name: '' } }, 'ABCD1234'],
    ['not when another place is written', { poster, place: 'Biblioteket' }, undefined],
    ['not when its name has been taken away', { poster, place: '' }, undefined],
    ['not when there was no poster', { place: 'Skolan' }, undefined],
  ])('goes along %s', (_when, more, unit) => {
    expect(from(more).report.unit).toBe(unit);
  });

  it('stays with what waits, also when it is sent without her name', () => {
    const waits = from({ poster, place: 'Skolan' });
    expect(structuredClone(waits)).toEqual(waits);
    for (const kept of [leftBy(waits, anna, true), foundBy(here(null), waits)])
      expect(kept?.report.unit).toBe('ABCD1234');
  });
});

describe('when she signs out', () => {
  it.each([
    ['what has been sent, with its code', sent, true, null],
    ['what was refused', { refused: 'Nej' }, true, null],
    ['what has not been sent, by her word', {}, false, null],
    ['what has not been sent, to be sent without her name', {}, true, nobodys],
    ['what is without her name', unnamed, false, nobodys],
    ['what is without her name and sent', { ...unnamed, ...sent }, true, null],
    ['files that are still to be sent', { ...sent, files: [file] }, true, nobodys],
    ['another’s', { owner: 'bo' }, false, { owner: 'bo', isLeft: false, isNamed: true }],
    ['nobody’s', { owner: null, ...unnamed }, false, { owner: null, isLeft: false }],
  ])('of %s is left what is hers no more', (_what, more, keeps, left) => {
    const next = leftBy(report(more), anna, keeps);
    if (left === null) expect(next).toBeNull();
    else expect(next).toMatchObject(left);
  });

  it('what is sent without her name has no way to reach her that she gave with it', () => {
    expect(leftBy(report(), anna, true)?.report.contact).toBe('');
    expect(leftBy(report(unnamed), anna, true)?.report.contact).toBe('070-123');
  });

  it.each([
    ['nothing', [], { named: 0, unnamed: 0 }],
    ['all sent', [report(sent)], { named: 0, unnamed: 0 }],
    ['one with her name', [report()], { named: 1, unnamed: 0 }],
    ['one without', [report(unnamed)], { named: 0, unnamed: 1 }],
    ['a file of one with', [report({ ...sent, files: [file] })], { named: 0, unnamed: 1 }],
    ['another’s', [report({ owner: 'bo' })], { named: 0, unnamed: 0 }],
  ])('she is asked of %s', (_what, reports, unsent) => {
    expect(unsentOf(anna, reports, emptyDraft)).toEqual({ ...unsent, hasDraft: false });
  });

  it.each([
    ['an empty one', { owner: anna }, false],
    ['one with a word in it', { owner: anna, happened: 'Ett' }, true],
    ['one with a picture', { owner: anna, files: [file] }, true],
    ['another’s', { owner: 'bo', happened: 'Ett' }, false],
  ])('she is asked of a draft: %s', (_what, more, hasDraft) => {
    expect(unsentOf(anna, [], { ...emptyDraft, ...more }).hasDraft).toBe(hasDraft);
  });
});

describe('what she left without signing out', () => {
  it.each([
    ['by herself', here(anna), {}, 'same'],
    ['where nobody is signed in', here(null), sent, 'same'],
    ['by another: what has been sent', here('bo'), sent, null],
    ['by another: what was refused', here('bo'), { refused: 'Nej' }, null],
    ['by another: what waits for her name', here('bo'), {}, 'same'],
    ['by another: what waits without it', here('bo'), unnamed, nobodys],
    ['without a network', undefined, sent, 'same'],
  ])('is found %s', (_how, at, more, becomes) => {
    const found = report(more);
    const next = foundBy(at, found);
    if (becomes === 'same') expect(next).toBe(found);
    else if (becomes === null) expect(next).toBeNull();
    else expect(next).toMatchObject(becomes as object);
  });

  it.each([
    [here(anna), true],
    [here(null), true],
    [undefined, true],
    [here('bo'), false],
  ])('as a draft is there for %o: %s', (at, stays) => {
    expect(draftFoundBy(at, { ...emptyDraft, owner: anna }) !== null).toBe(stays);
  });
});
