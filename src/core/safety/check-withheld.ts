import type { Issue } from '#core/kernel/issue.ts';
import { type Finding, structureIssue, toIssues } from './finding.ts';
import type { LintedAd, LintedAds } from './linted-market.ts';
import type { Passage } from './passage.ts';

/** What a closed card is made of. Whatever else stands there would say something about a possible minor. */
const CARD = new Set(['id', 'site', 'title', 'account', 'postedAt', 'renewals', 'versions', 'withheld', 'url', 'text']);

/** C13 in ads: of an ad that may show a minor nothing is left but neutral facts: no title, text, price or picture. */
export function checkWithheldAds({ ads, place }: LintedAds): Issue[] {
  return ads.flatMap((ad, n) =>
    ad.withheld === undefined
      ? []
      : faultsOf(ad).map(([step, found]) => structureIssue('C13', [...place, n, step], found)),
  );
}

function faultsOf(ad: LintedAd): [step: string, found: unknown][] {
  const entries = new Map<string, unknown>(Object.entries(ad));
  const others = [...entries.keys()].filter((key) => !CARD.has(key));
  const facts = ad.withheld?.facts ?? [];
  return [
    ...((ad.title ?? '') === '' ? [] : [['title', ad.title] as [string, unknown]]),
    ...((ad.text ?? '') === '' ? [] : [['text', ad.text] as [string, unknown]]),
    ...((ad.versions ?? []).length === 0 ? [] : [['versions', ad.versions] as [string, unknown]]),
    ...others.map((key): [string, unknown] => [key, entries.get(key)]),
    ...(facts.length > 0 && Object.keys(ad.withheld ?? {}).length === 1
      ? []
      : [['withheld', ad.withheld] as [string, unknown]]),
  ];
}

const ADULT = 18;

/** The age of a person, in figures or in words. */
const AGES =
  /(?<![\p{L}\p{N}-])(?:aged? (?:of )?(\d{1,2})|(\d{1,2})[ -]years?[ -](?:old|of age)|(\d{1,2}) ?y\/?o|(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)[ -]years?[ -](?:old|of age))(?![\p{L}\p{N}])/giu;

/** C13 in texts: no ad and no case gives a person an age under eighteen. */
export function checkAges(passage: Passage): Issue[] {
  if (passage.kind !== 'generated' && passage.kind !== 'scenario') return [];
  if (passage.path.includes('withheld')) return [];
  const found: Finding[] = [];
  for (const match of passage.text.matchAll(AGES)) {
    const age = Number(match[1] ?? match[2] ?? match[3] ?? 0);
    if (age < ADULT) found.push({ at: match.index, text: match[0] });
  }
  return toIssues('C13', passage, found);
}
