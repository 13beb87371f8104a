import type { Issue } from '#core/kernel/issue.ts';
import type { AllowedWords } from './allowed-words.ts';
import { firstIssues } from './first-issues.ts';
import { type LintedAds, type LintedMarket, textsOfAds } from './linted-market.ts';
import { createPassage } from './passage.ts';
import { readByRules } from './read-by-rules.ts';
import { SAFETY_RULES } from './rules.ts';
import { stringsIn } from './strings-in.ts';

/** Holds the public document of a market against the rules. Paths lead into the document; no line is known here. */
export function lintMarket(market: LintedMarket, allowed: AllowedWords): Issue[] {
  const { ads, ...around } = market;
  return firstIssues([
    ...SAFETY_RULES.flatMap(({ check }) => check.market?.(market) ?? []),
    ...lintStrings(around, allowed.glyph),
    ...lintAds({ ads, place: ['ads'] }, allowed),
  ]);
}

/** Holds ads alone against the rules: those of a market, or of one part of a market that is stored in parts. */
export function lintAds(linted: LintedAds, allowed: AllowedWords): Issue[] {
  const issues = SAFETY_RULES.flatMap(({ check }) => [
    ...(check.ads?.(linted, allowed) ?? []),
    ...(check.document?.(linted.ads, linted.place) ?? []),
  ]);
  for (const { passage } of textsOfAds(linted, allowed.glyph))
    if (!INVENTED_NUMBER.test(passage.text)) issues.push(...readByRules(passage));
  return firstIssues(issues);
}

/** Holds a generated document that is no market, such as a set of test cards, against the rules for cards and texts. */
export function lintDocument(document: unknown): Issue[] {
  const cards = SAFETY_RULES.flatMap(({ check }) => check.document?.(document) ?? []);
  return firstIssues([...cards, ...lintStrings(document, false)]);
}

/** The name of a file in which a part of a document is kept. */
const PART = /^[a-z-]+-\d{3,}\.ndjson$/;

/** Entries whose value is no text: the id of a market may be digits alone, and a kind of event has a full stop in it. */
const NO_TEXTS = new Set(['marketId', 'type']);

function lintStrings(value: unknown, glyph: boolean): Issue[] {
  return [...stringsIn(value)]
    .filter(({ key, text }) => !NO_TEXTS.has(key) && !PART.test(text))
    .flatMap(({ path, text }) => readByRules(createPassage(text, { kind: 'generated', place: path, glyph })));
}

/** Moments and numbered things as the generator writes them: most texts of records are such, and no rule speaks of them. */
const INVENTED_NUMBER =
  /^(?:\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z|\$sim-[a-z]?\d{4,8}|(?:a|dev|payer|slip|pid)-\d{4,8})$/;
