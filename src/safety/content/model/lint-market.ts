import type { Issue } from '#kernel/model/issue.ts';
import type { AllowedWords } from './allowed-words.ts';
import { firstIssues } from './first-issues.ts';
import { type LintedAds, type LintedMarket, textsOfAds } from './linted-market.ts';
import { createPassage } from './passage.ts';
import { readByRules } from './read-by-rules.ts';
import { SAFETY_RULES } from './rules.ts';
import { stringsIn } from './strings-in.ts';

/** Checks the public half of a market. Paths are relative to the document; line numbers are not known here. */
export function lintMarket(market: LintedMarket, allowed: AllowedWords): Issue[] {
  const { ads, ...around } = market;
  return firstIssues([
    ...SAFETY_RULES.flatMap(({ check }) => check.market?.(market) ?? []),
    ...lintStrings(around, allowed.glyph),
    ...lintAds({ ads, place: ['ads'] }, allowed),
  ]);
}

/** Checks ads only: those of a market, or of one file of lines. */
export function lintAds(linted: LintedAds, allowed: AllowedWords): Issue[] {
  const issues = SAFETY_RULES.flatMap(({ check }) => [
    ...(check.ads?.(linted, allowed) ?? []),
    ...(check.document?.(linted.ads, linted.place) ?? []),
  ]);
  for (const { passage } of textsOfAds(linted, allowed.glyph))
    if (!INVENTED_NUMBER.test(passage.text)) issues.push(...readByRules(passage));
  return firstIssues(issues);
}

/** Checks a generated document other than a market, such as a set of test cards, with the rules for cards and texts. */
export function lintDocument(document: unknown): Issue[] {
  const cards = SAFETY_RULES.flatMap(({ check }) => check.document?.(document) ?? []);
  return firstIssues([...cards, ...lintStrings(document, false)]);
}

/** Path of a data file in the list of a header. */
const DATA_FILE = /^(?:[a-z-]+-\d{3,}\.(?:ndjson|csv|parquet)|moderation\.json)$/;

/** Fields whose value is not text: ids of markets and hashes may consist of digits, and an event type has a full stop. */
const NO_TEXTS = new Set(['marketId', 'sha256', 'type']);

function lintStrings(value: unknown, glyph: boolean): Issue[] {
  return [...stringsIn(value)]
    .filter(({ key, text }) => !NO_TEXTS.has(key) && !DATA_FILE.test(text))
    .flatMap(({ path, text }) => readByRules(createPassage(text, { kind: 'generated', place: path, glyph })));
}

/**
 * Instants and numbered things as the generator writes them: most texts of records are such, and no rule applies to
 * them.
 */
const INVENTED_NUMBER = /^(?:\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z|\$sim-[a-z]?\d{4,9}|(?:a|ad|dev|payer|pid)-\d{4,9})$/;
