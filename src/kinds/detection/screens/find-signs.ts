import { distance } from 'fastest-levenshtein';
import type { IndicatorChoice, SignOffer } from '#market/signs/model/indicator-choice.ts';
import { SIGN_GROUPS, type SignGroup } from '#market/signs/model/sign-groups.ts';

/** A sign that a page of the exercise can show. Traps and cues are among them and look the same. */
export interface OfferedSign extends IndicatorChoice {
  readonly offer: SignOffer;
}

/** Signs under one heading. */
export interface SignsOfGroup {
  readonly group: SignGroup;
  readonly signs: readonly OfferedSign[];
}

/** Those of the choices that are offered. */
export function offeredSigns(choices: readonly IndicatorChoice[]): OfferedSign[] {
  return choices.filter((choice): choice is OfferedSign => choice.offer !== undefined);
}

/**
 * The signs that fit a query, by group. Every word of it has to be found in a name, a synonym, the line of what counts or
 * the example; a word that is found nowhere may be mistyped. What fits best comes first, groups as well as signs; without
 * a query all signs stand in the order of the catalogue.
 */
export function findSigns(signs: readonly OfferedSign[], query: string): SignsOfGroup[] {
  const ranks = ranksOf(signs, wordsIn(query));
  const groups = SIGN_GROUPS.map((group) => {
    const fitting = signs.filter((sign) => sign.offer.group === group && ranks.has(sign));
    const inOrder = fitting.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
    return { group, signs: inOrder, best: ranks.get(inOrder[0] as OfferedSign) ?? 0 };
  });
  return groups
    .filter((entry) => entry.signs.length > 0)
    .sort((a, b) => a.best - b.best)
    .map(({ group, signs: fitting }) => ({ group, signs: fitting }));
}

/** Where a word was found: the lower, the better it fits. */
const RANK = { name: 0, synonym: 1, beginOfName: 2, beginOfSynonym: 3, line: 4, inside: 5, mistyped: 6 } as const;

/** Signs that fit all words, with the sum of their ranks. */
function ranksOf(signs: readonly OfferedSign[], words: readonly string[]): Map<OfferedSign, number> {
  const ranks = new Map(signs.map((sign) => [sign, 0]));
  for (const word of words) {
    const literal = new Map(signs.map((sign) => [sign, rankOf(sign, word)]));
    const isKnown = [...literal.values()].some((rank) => rank !== undefined);
    for (const [sign, sum] of ranks) {
      const rank = isKnown ? literal.get(sign) : isMistyped(sign, word) ? RANK.mistyped : undefined;
      if (rank === undefined) ranks.delete(sign);
      else ranks.set(sign, sum + rank);
    }
  }
  return ranks;
}

function rankOf({ name, offer }: OfferedSign, word: string): number | undefined {
  const has = (text: string) => wordsIn(text).includes(word);
  const begins = (text: string) => wordsIn(text).some((one) => one.startsWith(word));
  if (has(name)) return RANK.name;
  if (offer.synonyms.some(has)) return RANK.synonym;
  if (begins(name)) return RANK.beginOfName;
  if (offer.synonyms.some(begins)) return RANK.beginOfSynonym;
  if (begins(offer.counts) || begins(offer.example)) return RANK.line;
  const all = [name, ...offer.synonyms, offer.counts].map(folded);
  return all.some((text) => text.includes(word)) ? RANK.inside : undefined;
}

/** True where a word of the name, of a synonym or of the line is that word but for a letter, or two in a long word. */
function isMistyped({ name, offer }: OfferedSign, word: string): boolean {
  const allowed = word.length < 4 ? 0 : word.length < 6 ? 1 : 2;
  if (allowed === 0) return false;
  const near = (one: string) =>
    distance(one, word) <= allowed || (one.length > word.length && distance(one.slice(0, word.length), word) < allowed);
  return [name, ...offer.synonyms, offer.counts].some((text) => wordsIn(text).some(near));
}

/** Words in lower case and without accents. */
const wordsIn = (text: string): readonly string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

const folded = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
