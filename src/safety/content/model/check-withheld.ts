import type { Issue } from '#kernel/model/issue.ts';
import { structureIssue } from './finding.ts';
import type { LintedAd, LintedAds } from './linted-market.ts';

/** Fields of a closed card. Any other field would say something about a possible minor. */
const CLOSED_CARD_FIELDS = new Set([
  'id',
  'site',
  'title',
  'account',
  'postedAt',
  'renewals',
  'versions',
  'withheld',
  'url',
  'text',
  'sentenceEnds',
]);

/** C13 in ads: of an ad that may show a minor only neutral facts remain: no title, text, price or picture. */
export function checkWithheldAds({ ads, place }: LintedAds): Issue[] {
  return ads.flatMap((ad, n) =>
    ad.withheld === undefined
      ? []
      : faultsOf(ad).map(([step, found]) => structureIssue('C13', [...place, n, step], found)),
  );
}

function faultsOf(ad: LintedAd): [step: string, found: unknown][] {
  const entries = new Map<string, unknown>(Object.entries(ad));
  const others = [...entries.keys()].filter((key) => !CLOSED_CARD_FIELDS.has(key));
  const facts = ad.withheld?.facts ?? [];
  return [
    ...((ad.title ?? '') === '' ? [] : [['title', ad.title] as [string, unknown]]),
    ...((ad.text ?? '') === '' ? [] : [['text', ad.text] as [string, unknown]]),
    ...((ad.versions ?? []).length === 0 ? [] : [['versions', ad.versions] as [string, unknown]]),
    ...((ad.sentenceEnds ?? []).length === 0 ? [] : [['sentenceEnds', ad.sentenceEnds] as [string, unknown]]),
    ...others.map((key): [string, unknown] => [key, entries.get(key)]),
    ...(facts.length > 0 && Object.keys(ad.withheld ?? {}).length === 1
      ? []
      : [['withheld', ad.withheld] as [string, unknown]]),
  ];
}
