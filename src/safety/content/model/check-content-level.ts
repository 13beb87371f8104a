import type { Issue } from '#kernel/model/issue.ts';
import { matchesOf, type TextFinding, toIssues } from './finding.ts';
import { isBesideCitation } from './is-beside-citation.ts';
import type { Passage } from './passage.ts';
import { covers, type Spans } from './spans.ts';

const anyOf = (words: readonly string[]) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'giu');

const SOMEBODY =
  '(?:her|him|them|me|you|us|somebody|someone|people|persons?|wom[ae]n|workers?|the (?:persons?|people|wom[ae]n|m[ae]n|workers?|others?|guests?|possible victims?))';
const PAPERS = '(?:passports?|papers|documents?|identity cards?|visas?|wages|pay)';
const WHOSE = '(?:her|his|their|my|your|our)';

/** Words about exploitation: content level 1 at least. */
const EXPLOITATION = anyOf([
  'exploit(?:s|ed|ing|ation|ative|ers?)?',
  'traffick(?:ing|ed|ers?)',
  '(?:forced|bonded|compulsory) (?:labour|labor|work|services)',
  'slaver?y?',
  'enslaved?',
  'servitude',
  'debt bondage',
  '(?:sells?|sold|buys?|bought) (?:a )?(?:people|persons?|human beings?|wom[ae]n)',
]);

/** Words about pressure, control or violence against a person: content level 2 at least. */
const COERCION = anyOf([
  'threat(?:s|ens?|ened|ening)?',
  'coerc(?:es?|ed|ing|ion|ive)',
  `forc(?:es?|ed|ing) ${SOMEBODY}(?: to)?`,
  '(?:is|are|was|were|been|being|be) forced',
  'violen(?:ce|t|tly)',
  `(?:beats?|beaten|beating|hits?|hitting|slap(?:s|ped)?|punch(?:es|ed)?|kick(?:s|ed)?|hurts?|hurting|burn(?:s|ed)?|chok(?:es?|ed)) ${SOMEBODY}`,
  '(?:is|are|was|were|been|being|gets?|got) (?:beaten|hit|hurt|slapped|punched|kicked|burnt|burned|locked|chained|drugged|starved|raped|abused|kidnapped|abducted|punished)',
  `lock(?:s|ed)? (?:${SOMEBODY} )?(?:in|up|away)`,
  `(?:chain|drug|starv|rap|tortur|blackmail|kidnap|abduct|imprison|punish|abus|assault|molest|intimidat)(?:s|es|ed|ped|ing|ping) ${SOMEBODY}`,
  'rapes?',
  'torture',
  'blackmail(?:ed|s|ing)?',
  'kidnapp?ings?',
  'abductions?',
  'captiv(?:es?|ity)',
  'bruis(?:es?|ed)',
  'beatings?',
  `(?:tak(?:es?|en|ing)|took|keeps?|kept|keeping|holds?|held|holding|hid(?:es?|den)?|confiscat(?:es?|ed)|seiz(?:es?|ed)) (?:away )?${WHOSE} ${PAPERS}`,
  '(?:takes?|taken|took) (?:away )?(?:her|his|their) (?:mobile )?phones?(?! (?:number|call))',
  `(?:not|never|no longer|nobody is|no one is) (?:allowed|permitted|free|able) to (?:leave|go|stop|refuse|phone|call)`,
  `(?:may|can|must|could)(?:not| not|n['’]t| never) (?:leave|go out|refuse|say no)(?! (?:it|them|this|that|the (?:page|ad|case|part|file)))`,
  `(?:against|without) (?:her|his|their) will`,
  'in fear of',
]);

/** Words about children: content level 3. */
const CHILDREN = anyOf([
  "child(?:ren|hood)?(?:[’']s)?",
  "minors?(?:[’']s?)?",
  'under[- ]?aged?',
  '(?:under|below|younger than)(?: the age of)? (?:18|eighteen)',
  'not yet (?:18|eighteen|of age|an adult|adults)',
  'pa?edophil\\p{L}{1,4}',
]);

/**
 * Phrases that every market uses for its closed cards, and names of offices and of a work step: they occur in cases of
 * all levels and are not about a child.
 */
const ACCEPTED_PHRASES = anyOf([
  'possible minors?',
  '(?:may|might|could) (?:concern|show|be about|be) (?:a|one|possible) (?:minors?|child(?:ren)?)',
  '(?:may|might) concern minors',
  "child(?:ren)?(?:[’']s)? (?:protection|welfare|services?|rights|courts?|judges?)",
  'child[- ](?:material|abuse material)',
  'minor (?:points?|faults?|changes?|errors?|differences?|matters?|offences?|injur(?:y|ies))',
]);

const BY_LEVEL = [
  { level: 1, words: EXPLOITATION },
  { level: 2, words: COERCION },
  { level: 3, words: CHILDREN },
] as const;

/**
 * C21: no text exceeds the content level that it declares and that its readers were warned of. In a lesson, words that
 * are quoted, or are in a paragraph with their source, such as the terms of a law, are not counted. Texts without a
 * declared level are not checked.
 */
export function checkContentLevel(passage: Passage): Issue[] {
  const { text, level } = passage;
  if (level === undefined) return [];
  const standing: Spans = matchesOf(text, ACCEPTED_PHRASES).map((found) => [found.at, found.at + found.text.length]);
  const found = BY_LEVEL.filter((entry) => entry.level > level).flatMap((entry) =>
    matchesOf(text, entry.words)
      .filter(({ at }) => !covers(standing, at) && !passage.isQuoted(at) && !isBesideCitation(passage, at))
      .map((one): TextFinding & { needs: number } => ({ ...one, needs: entry.level })),
  );
  return found.flatMap((one) =>
    toIssues('C21', passage, [one]).map((issue) => ({
      ...issue,
      params: { ...issue.params, declared: level, needs: one.needs },
    })),
  );
}
