import { positionInJson } from '#kernel/formats/json/position-in-json.ts';
import { readJson } from '#kernel/formats/json/read-json.ts';
import type { Issue, Parsed } from '#kernel/model/issue.ts';
import { parseShape, type ShapeRefusal } from '#kernel/model/parse-shape.ts';
import { MARKET_SCHEMA } from '#market/documents/model/header-schemas.ts';
import type { AllowedWords } from '#safety/content/model/allowed-words.ts';
import { firstIssues } from '#safety/content/model/first-issues.ts';
import { lintAds, lintDocument, lintMarket } from '#safety/content/model/lint-market.ts';
import type { LintedAd } from '#safety/content/model/linted-market.ts';
import { LintedAdSchema, LintedMarketSchema } from '#safety/content/model/schemas.ts';

/** The words that a market may use, by the id of its profile. */
export type AllowedFor = (profile: string) => Parsed<AllowedWords>;

/** Schema of the markets of earlier versions: one document with all its ads. */
const EARLIER_MARKET = 'market/1';

/** The issue of a market file that an earlier version of the generator wrote. */
export const earlierMarket = (file: string): Issue => ({
  code: 'market.earlier-version',
  severity: 'error',
  path: [],
  params: { schema: EARLIER_MARKET },
  position: { file, line: 1, column: 1 },
});

/** Checks a generated JSON document: a market against all rules, any other against those for cards and texts. */
export function lintJson(text: string, file: string, allowedFor: AllowedFor): readonly Issue[] {
  const parsed = readJson(text, file);
  if (!parsed.ok) return parsed.issues;
  const placed = (issues: readonly Issue[]) =>
    firstIssues(issues.map((issue) => ({ ...issue, position: positionInJson(text, file, issue.path) })));
  const schema = (parsed.value as { schema?: unknown } | null)?.schema;
  if (schema === EARLIER_MARKET) return [earlierMarket(file)];
  if (schema !== MARKET_SCHEMA) return placed(lintDocument(parsed.value));
  const market = parseShape(LintedMarketSchema, parsed.value);
  if (!market.success) return placed(shapeIssues(market.error));
  const allowed = allowedFor(market.data.profile);
  return allowed.ok ? placed(lintMarket(market.data, allowed.value)) : allowed.issues;
}

/**
 * Checks one file of lines of a market against the rules: an ad or its records on each line. Other lines, such as those
 * of the truth, are checked against the rules for cards and texts.
 */
export function lintLines(text: string, file: string, allowed: AllowedWords): readonly Issue[] {
  const lines = text.split('\n');
  const issues: Issue[] = [];
  const ads: LintedAd[] = [];
  const lineOf: number[] = [];
  const placed = (n: number, issue: Issue, path = issue.path): Issue => ({
    ...issue,
    position: { ...positionInJson(lines[n] ?? '', file, path), line: n + 1 },
  });
  for (const [n, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const parsed = readJson(line, file);
    if (!parsed.ok) {
      issues.push(...parsed.issues.map((issue) => ({ ...issue, position: { file, line: n + 1, column: 1 } })));
    } else if (isAd(parsed.value)) {
      const ad = parseShape(LintedAdSchema, parsed.value);
      if (ad.success) lineOf[ads.push(ad.data) - 1] = n;
      else issues.push(...shapeIssues(ad.error).map((issue) => placed(n, issue)));
    } else issues.push(...lintDocument(parsed.value).map((issue) => placed(n, issue)));
  }
  for (const issue of lintAds({ ads, place: [] }, allowed)) {
    const [ad, ...path] = issue.path;
    issues.push(placed((typeof ad === 'number' && lineOf[ad]) || 0, issue, path));
  }
  return firstIssues(issues, file);
}

const isAd = (value: unknown) =>
  typeof value === 'object' && value !== null && ('title' in value || 'records' in value);

function shapeIssues({ issues }: ShapeRefusal): Issue[] {
  return issues.slice(0, 100).map(({ path, message }) => {
    const steps = path.filter((step) => typeof step !== 'symbol');
    const params = { field: steps.join('.') || 'document', said: message.replace(/\.$/, '') };
    return { code: 'schema.invalid', severity: 'error', path: steps, params };
  });
}
