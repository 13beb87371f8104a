import { escapePattern } from '#core/kernel/escape-pattern.ts';
import type { Issue } from '#core/kernel/issue.ts';
import type { AllowedWords, Said } from './allowed-words.ts';
import { structureIssue } from './finding.ts';
import type { LintedAd, LintedAds } from './linted-market.ts';

/** Minimum ads of a market for the check that every trap occurs; in smaller ones a trap may be missing by chance. */
const MIN_ADS = 300;

/**
 * C18, by form only: labels of origin, gender and language occur in fields, and in sentences that the lexicon reserves
 * for a sign or a trap; a market of sufficient size shows every trap. That labels carry no information is tested
 * statistically over many markets.
 */
export function checkLabelsAsFields({ ads, place }: LintedAds, { labels, says }: AllowedWords): Issue[] {
  const issues: Issue[] = [];
  const isLabelled = mentions(labels);
  const kept = says.map(({ pattern }) => new RegExp(pattern, 'giu'));
  const unseen = new Set(says.filter(({ isTrap }) => isTrap));
  const seen = new Set<string>();
  let speaking = 0;
  for (const [n, ad] of ads.entries()) {
    const texts = textsSaid(ad);
    if (texts.length > 0) speaking++;
    for (const [path, text] of texts) {
      for (const trap of unseen) if (seen.has(trap.id) || trap.pattern.test(text)) see(trap);
      if (!isLabelled(text)) continue;
      const rest = withoutMatches(text, kept);
      if (isLabelled(rest)) issues.push(structureIssue('C18', [...place, n, ...path], text));
    }
  }
  const missing = speaking < MIN_ADS ? [] : [...new Set([...unseen].map(({ id }) => id))];
  return [...issues, ...missing.map((id) => structureIssue('C18', place, id))];

  function see(trap: Said): void {
    seen.add(trap.id);
    unseen.delete(trap);
  }
}

/** Texts of an ad, sentence by sentence, or as one text if it is stored so. */
function textsSaid({ versions, text }: LintedAd): [path: Issue['path'], text: string][] {
  if (!versions) return text === undefined ? [] : [[['text'], text]];
  return versions.flatMap(({ sentences }, version) =>
    sentences.map((sentence, s): [Issue['path'], string] => [['versions', version, 'sentences', s], sentence]),
  );
}

/** The text with a blank for each character that some pattern covers. */
function withoutMatches(text: string, patterns: readonly RegExp[]): string {
  const left = text.split('');
  for (const pattern of patterns)
    for (const { 0: match, index } of text.matchAll(pattern)) left.fill(' ', index, index + match.length);
  return left.join('');
}

function mentions(labels: ReadonlySet<string>): (text: string) => boolean {
  if (labels.size === 0) return () => false;
  const names = [...labels].map(escapePattern);
  const pattern = new RegExp(`(?<!\\p{L})(?:${names.join('|')})(?!\\p{L})`, 'u');
  return (text) => pattern.test(text);
}
