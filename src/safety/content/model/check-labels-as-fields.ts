import { escapePattern } from '#kernel/model/escape-pattern.ts';
import type { Issue } from '#kernel/model/issue.ts';
import type { AllowedWords, Said } from './allowed-words.ts';
import { structureIssue } from './finding.ts';
import type { LintedAd, LintedAds } from './linted-market.ts';

/** Minimum ads of a market for the check that every trap occurs; in smaller ones a trap may be missing by chance. */
const MIN_ADS = 300;

/**
 * C18, by form only: labels of origin, gender and language occur in fields, and in lines that the genres reserve for a
 * sign, a trap or the label itself; a market of sufficient size shows every trap, in a line or a field. That labels carry no information is tested
 * statistically over many markets.
 */
export function checkLabelsAsFields({ ads, place }: LintedAds, { labels, says }: AllowedWords): Issue[] {
  const issues: Issue[] = [];
  const isLabelled = mentions(labels);
  const kept = patternsOf(says);
  const unseen = new Set(says.filter(({ isTrap }) => isTrap));
  const seen = new Set<string>();
  let speaking = 0;
  for (const [n, ad] of ads.entries()) {
    const texts = textsSaid(ad);
    if (texts.length > 0) speaking++;
    for (const text of [...texts.map(([, said]) => said), ...valuesOf(ad)])
      for (const trap of unseen) if (seen.has(trap.id) || trap.pattern.test(text)) see(trap);
    for (const [path, text] of texts) {
      if (!isLabelled(text)) continue;
      if (isLabelledBeside(text, kept, isLabelled)) issues.push(structureIssue('C18', [...place, n, ...path], text));
    }
  }
  const missing = speaking < MIN_ADS ? [] : [...new Set([...unseen].map(({ id }) => id))];
  return [...issues, ...missing.map((id) => structureIssue('C18', place, id))];

  function see(trap: Said): void {
    seen.add(trap.id);
    unseen.delete(trap);
  }
}

/** The values of the fields of an ad. */
const valuesOf = ({ versions, fields }: LintedAd): string[] =>
  [...(versions ?? []).map((version) => version.fields), ...(fields ? [fields] : [])].flatMap((all) =>
    Object.values(all).filter((value) => value !== undefined),
  );

/** Texts of an ad, sentence by sentence, or as one text if it is stored so. */
function textsSaid({ versions, text }: LintedAd): [path: Issue['path'], text: string][] {
  if (!versions) return text === undefined ? [] : [[['text'], text]];
  return versions.flatMap(({ sentences }, version) =>
    sentences.map((sentence, s): [Issue['path'], string] => [['versions', version, 'sentences', s], sentence]),
  );
}

/** The patterns of each list of sentences: to make them takes longer than to read a small market with them. */
const made = new WeakMap<readonly Said[], RegExp[]>();

function patternsOf(says: readonly Said[]): RegExp[] {
  const known = made.get(says) ?? says.map(({ pattern }) => new RegExp(pattern, 'giu'));
  made.set(says, known);
  return known;
}

/**
 * True if a label stands in a text outside of all that the patterns match. A pattern that covered the last label moves
 * to the front, because ads say the same things again: of some thousand patterns few are then tried.
 */
function isLabelledBeside(text: string, patterns: RegExp[], isLabelled: (text: string) => boolean): boolean {
  const left = text.split('');
  for (const [n, pattern] of patterns.entries()) {
    const matches = [...text.matchAll(pattern)];
    if (matches.length === 0) continue;
    for (const { 0: match, index } of matches) left.fill(' ', index, index + match.length);
    if (isLabelled(left.join(''))) continue;
    patterns.splice(n, 1);
    patterns.unshift(pattern);
    return false;
  }
  return true;
}

function mentions(labels: ReadonlySet<string>): (text: string) => boolean {
  if (labels.size === 0) return () => false;
  const names = [...labels].map(escapePattern);
  const pattern = new RegExp(`(?<!\\p{L})(?:${names.join('|')})(?!\\p{L})`, 'u');
  return (text) => pattern.test(text);
}
