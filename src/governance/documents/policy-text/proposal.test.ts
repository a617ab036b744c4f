import { describe, expect, it } from 'vitest';
import { noDemandIn } from './no-demand.ts';
import { officeInWords } from './office-in-words.ts';
import { proposeFollowUp } from './proposal.ts';
import { readText } from './testing/shown.ts';
import type { Tie, TieTarget } from './ties.ts';

describe('whom the words of a demand lay it on', () => {
  it.each([
    ['its subject', 'Systemägaren ska utse en förvaltare.', null, 'systemOwner'],
    ['the subject after the verb', 'Därefter ska kommunstyrelsen besluta.', null, 'executiveBoard'],
    ['whom it falls to', 'Det åligger informationsägaren att klassa.', null, 'informationOwner'],
    ['by whom it is to be done', 'En systemägare ska utses av förvaltningschefen.', null, 'departmentHead'],
    ['the words that lead in a list', 'fördela pengar', 'Kommunchefen ska:', 'municipalDirector'],
    [
      'the longer word before the shorter',
      'Informationssäkerhetssamordnaren ska leda.',
      null,
      'informationSecurityCoordinator',
    ],
    ['the shorter word', 'Säkerhetssamordnaren ska ge råd.', null, 'securityCoordinator'],
    ['the office of a function', 'IT-enheten ska ta kopior.', null, 'itManager'],
    ['every one of many', 'Varje chef ska ha rutiner.', null, 'manager'],
    ['the body', 'Fullmäktige ska anta policyn.', null, 'council'],
    ['nobody: it is the object', 'Varje system ska ha en systemägare.', null, null],
    ['nobody: it is in the passive', 'Information ska klassas.', null, null],
    ['nobody: who watches answers for no demand', 'Dataskyddsombudet ska vara oberoende.', null, null],
    ['nobody: a part of another word', 'Chefsutbildning ska ordnas.', null, null],
  ])('%s', (_what, sentence, leadIn, who) => {
    expect(officeInWords(sentence, leadIn)).toBe(who);
  });
});

describe('why a sentence asks for nothing', () => {
  it.each([
    ['Med ”ska” avses ett krav som inte får frångås.', 'definition'],
    ['Syftet med policyn är att visa hur vi ska arbeta.', 'statesPurpose'],
    ['Denna policy anger vad som ska skyddas.', 'statesPurpose'],
    ['Målet är att alla ska hitta rätt.', 'overallAim'],
    ['Invånarna ska kunna lita på oss.', 'overallAim'],
    ['Policyn ska antas av fullmäktige.', null],
    ['Med systemägaren ska avtal tecknas.', null],
  ])('%s', (sentence, reason) => {
    expect(noDemandIn(sentence)).toBe(reason);
  });
});

describe('what is proposed', () => {
  const targets: TieTarget[] = [
    { clause: 'P28', quote: 'Alla ska ha.', words: '', responsible: 'informationOwner' },
    { clause: 'P40', quote: 'Allt ska klassas.', words: '', responsible: 'informationOwner' },
  ];
  const like = (score: number, lead: number, clause = 'P28'): Tie => ({
    sentence: 1,
    clause,
    certainty: 'proposed',
    score,
    lead,
    words: ['ägare'],
  });
  const of = (sentence: string, ...ties: Tie[]) =>
    proposeFollowUp(readText(sentence), ties, targets, ['itManager']).get(1);
  it.each([
    [
      'what is like one clause alone',
      like(0.5, 0.3),
      { way: 'clauses', isStrong: true, office: 'informationOwner' },
    ],
    ['what is hardly like it', like(0.3, 0.3), { way: 'clauses', isStrong: false }],
    ['what is nearly as like another', like(0.5, 0.1), { way: 'clauses', isStrong: false }],
  ])('%s', (_what, tie, expected) => {
    expect(of('Information ska ha en ägare.', tie)).toMatchObject(expected);
  });

  it('is never strong where there are two clauses', () => {
    const two = of('Information ska ägas och klassas.', like(0.6, 0.4), like(0.59, 0.4, 'P40'));
    expect(two).toMatchObject({ clauses: ['P28', 'P40'], isStrong: false });
  });

  it.each([
    ['an attest by the office that the words name', 'IT-chefen ska dammsuga.', 'attest', 'itManager'],
    [
      'an attest by the coordinator where that office cannot',
      'Enhetschefen ska dammsuga.',
      'attest',
      'informationSecurityCoordinator',
    ],
    ['to put a purpose aside', 'Syftet är att vi ska må bra.', 'aside', null],
  ])('%s', (_what, sentence, way, office) => {
    expect(of(sentence)).toMatchObject({ way, office, isStrong: false });
  });

  it('is nothing for what is tied for certain, or demands nothing', () => {
    expect(of('Alla ska ha.', { ...like(1, 1), certainty: 'certain' })).toBeUndefined();
    expect(proposeFollowUp(readText('Alla ska ha. Kaffe finns.'), [], targets, []).has(2)).toBe(false);
  });
});
