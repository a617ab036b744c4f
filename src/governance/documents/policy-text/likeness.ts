import { stem, stems } from './stem.ts';

/** What a part of a word weighs against the whole word: compounds (informationsklassning, klassning) meet through it. */
const partWeight = 0.35;
const partLength = 5;

/** Stems of words, and parts of them (marked by ~), with how much each weighs. */
export type Features = ReadonlyMap<string, number>;

/** The words of a text and, with less weight, their parts. What stands in several of the texts weighs as where it weighs most. */
export function featuresOf(...texts: readonly (readonly [text: string, weight: number])[]): Features {
  const features = new Map<string, number>();
  const add = (key: string, value: number): void => {
    features.set(key, Math.max(features.get(key) ?? 0, value));
  };
  for (const [text, weight] of texts) {
    for (const word of stems(text)) {
      add(word, weight);
      for (const part of partsOf(word)) add(part, weight * partWeight);
    }
  }
  return features;
}

function partsOf(word: string): string[] {
  const count = Math.max(0, word.length - partLength + 1);
  return Array.from({ length: count }, (_, at) => `~${word.slice(at, at + partLength)}`);
}

/** How telling each feature is: rare among the profiles is telling. */
export function rarity(profiles: readonly Features[]): (feature: string) => number {
  const count = new Map<string, number>();
  for (const profile of profiles) for (const key of profile.keys()) count.set(key, (count.get(key) ?? 0) + 1);
  return (feature) => Math.log((profiles.length + 1) / ((count.get(feature) ?? profiles.length / 4) + 0.5));
}

/** The features weighed by how telling each is, and together of length 1, so that long texts are no liker than short ones. */
export function weigh(features: Features, rare: (feature: string) => number): Features {
  const weighed = new Map(
    [...features].map(([key, value]) => [key, value * Math.max(rare(key), 0)] as const),
  );
  const length = Math.sqrt([...weighed.values()].reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? weighed : new Map([...weighed].map(([key, value]) => [key, value / length] as const));
}

/** How alike two weighed texts are, 0–1 (the cosine of the angle between them). */
export function likeness(one: Features, other: Features): number {
  let sum = 0;
  for (const [key, value] of one) sum += value * (other.get(key) ?? 0);
  return sum;
}

/** At most so many words are named as the reason for a likeness. */
const mostWords = 4;

/** The words of a text that make it like the other, as they are written in it, the most telling first. */
export function alikeWords(text: string, one: Features, other: Features): string[] {
  const speaks = (key: string): number => (one.get(key) ?? 0) * (other.get(key) ?? 0);
  const told = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const root = stem(word);
    const weight = partsOf(root).reduce((sum, part) => sum + speaks(part), speaks(root));
    if (weight > 0 && stems(word).length > 0) told.set(word, weight);
  }
  const ordered = [...told].sort((a, b) => b[1] - a[1]);
  const heaviest = ordered[0]?.[1] ?? 0;
  return ordered
    .filter(([, weight]) => weight >= heaviest / 5)
    .slice(0, mostWords)
    .map(([word]) => word);
}
