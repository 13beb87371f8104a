import type { Issue } from '#kernel/model/issue.ts';
import type { AllowedWords } from './allowed-words.ts';
import { type TextFinding, toIssues } from './finding.ts';
import { type AdText, type LintedAds, textsOfAds } from './linted-market.ts';

/** Fields that contain an id or an address made from ids, and no words. */
const IDS = new Set(['id', 'site', 'schema', 'marketId', 'url']);

const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]{5,16}Z$/;

/** A payment handle of the simulation, made from a name, a house, or a letter and a number. */
const HANDLE = /\$sim-[a-z0-9-]+/g;

/** C02: every word of an ad is in the lexicon, is an invented name, or is a place of the profile. */
export function checkWords(linted: LintedAds, allowed: AllowedWords): Issue[] {
  const lowered = new Set([...allowed.words, ...allowed.names].map((word) => word.toLowerCase()));
  const isKnown = (word: string) => allowed.words.has(word) || allowed.names.has(word);
  const isInHandle = (word: string) => word.length === 1 || lowered.has(word);

  function* strange({ passage, role, key }: AdText): Generator<TextFinding> {
    if (role === 'record' && (IDS.has(key) || MOMENT.test(passage.text))) return;
    const text = passage.text.replaceAll(HANDLE, (handle) =>
      wordsOf(handle.slice(5)).every(({ text: word }) => isInHandle(word)) ? ' '.repeat(handle.length) : handle,
    );
    for (const word of wordsOf(text)) if (!isKnown(word.text)) yield word;
  }

  const issues: Issue[] = [];
  for (const text of textsOfAds(linted)) issues.push(...toIssues('C02', text.passage, strange(text)));
  return issues;
}

const wordsOf = (text: string): TextFinding[] =>
  Array.from(text.matchAll(/\p{L}[\p{L}\p{M}]*/gu), (match) => ({ at: match.index, text: match[0] }));
