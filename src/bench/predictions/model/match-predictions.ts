import type { Issue } from '#kernel/model/issue.ts';
import { fromExportedId } from '#market/documents/model/exported-id.ts';
import { predictionIssue } from './prediction-issue.ts';
import { rowList } from './row-list.ts';
import type { PredictionRow, TruthRow } from './schemas.ts';
import type { ScoredPair } from './scored-ads.ts';

/**
 * Maximum share of ads without a row: above it, the tool has chosen which ads to answer, and figures would flatter it.
 */
const MAX_MISSING = 0.05;

/** Maximum number of contradictions reported, each with its row. */
const MAX_ISSUES = 100;

/** Treatment of an ad without a row: left out of the figures, or counted as not flagged (probability 0). */
export type MissingAds = 'leave-out' | 'zero';

export interface Pairing {
  /** Each scored ad with its row; without one if a missing ad counts as not flagged. */
  readonly pairs: readonly ScoredPair[];
  readonly withheld: number;
  readonly missing: number;
  readonly unknown: number;
  /** Errors prevent scoring; warnings say what was left out. */
  readonly issues: readonly Issue[];
}

/** Ids of the ads behind a withheld card, which are in no figure. */
export const withheldAds = (truth: readonly TruthRow[]): ReadonlySet<string> =>
  new Set(truth.flatMap(({ ad, possibleMinor }) => (possibleMinor ? [ad] : [])));

/**
 * Joins truth and rows by ad id, in the order of the truth. Withheld ads are left out. `alsoNamed` are ads whose rows
 * were refused before: they do not count as missing.
 */
export function matchPredictions(
  truth: readonly TruthRow[],
  rows: readonly PredictionRow[],
  missingAds: MissingAds,
  alsoNamed: ReadonlySet<string> = new Set(),
): Pairing {
  const { byAd, issues } = onePerAd(rows.map((row, n) => (row.row === undefined ? { ...row, row: n + 1 } : row)));
  const known = new Set(truth.map(({ ad }) => ad));
  const strangers = [...byAd.values()].filter(({ ad }) => !known.has(ad));
  const pairs: ScoredPair[] = [];
  let withheld = 0;
  let missing = 0;
  let refused = 0;
  for (const ad of truth) {
    const row = byAd.get(ad.ad);
    if (ad.possibleMinor) withheld += 1;
    else if (row) pairs.push([ad, row]);
    else if (alsoNamed.has(ad.ad)) refused += 1;
    else {
      missing += 1;
      if (missingAds === 'zero') pairs.push([ad, undefined]);
    }
  }
  const asked = truth.length - withheld;
  const anyMatch = asked === 0 || asked > missing || refused > 0;
  const strange = strangerIssues(strangers, known);
  issues.push(...strange);
  // Rows with lost letters are about ads of this market: nothing is missing, and other ads are not to be looked for.
  if (!strange.some(({ severity }) => severity === 'error'))
    issues.push(...(anyMatch ? missingIssues(missing, asked, missingAds) : [predictionIssue('prediction.no-match')]));
  return { pairs, withheld, missing, unknown: strangers.length, issues };
}

/** The first row of each ad. An identical row is counted once; a different row for the same ad is a contradiction. */
function onePerAd(rows: readonly PredictionRow[]) {
  const byAd = new Map<string, PredictionRow>();
  const repeated: number[] = [];
  const issues: Issue[] = [];
  for (const row of rows) {
    const first = byAd.get(row.ad);
    if (!first) byAd.set(row.ad, row);
    else if (isSame(first, row)) repeated.push(row.row ?? 0);
    else if (issues.length < MAX_ISSUES)
      issues.push(
        predictionIssue('prediction.contradiction', { row: row.row ?? 0, first: first.row ?? 0, ad: row.ad }),
      );
  }
  if (issues.length === MAX_ISSUES) issues.push(predictionIssue('file.more-issues', { most: MAX_ISSUES }));
  if (repeated.length > 0) issues.push(predictionIssue('prediction.repeated-rows', { rows: rowList(repeated) }));
  return { byAd, issues };
}

function isSame(a: PredictionRow, b: PredictionRow): boolean {
  const signs = ({ indicators = [] }: PredictionRow) => [...new Set(indicators)].sort().join('\n');
  return a.probability === b.probability && a.cluster === b.cluster && signs(a) === signs(b);
}

/** An id that a table program has read as a number: `301`, `0301`, `301.0` or `ad-301` for `ad-0301`. */
const AS_NUMBER = /^(?:ad-)?(\d+)(?:\.0*)?$/i;

/** Ids that were read as numbers have an issue code of their own, an error: nearly all rows have it, and one cure. */
function strangerIssues(strangers: readonly PredictionRow[], known: ReadonlySet<string>): Issue[] {
  if (strangers.length === 0) return [];
  const byNumber = new Map<number, string>();
  for (const id of known) {
    const digits = fromExportedId(id);
    if (digits !== undefined) byNumber.set(Number(digits), id);
  }
  const meant = ({ ad }: PredictionRow) => byNumber.get(Number(AS_NUMBER.exec(ad)?.[1] ?? Number.NaN));
  const rowsOf = (rows: readonly PredictionRow[]) => rowList(rows.map(({ row = 0 }) => row));
  const numbers = strangers.filter((row) => meant(row) !== undefined);
  const others = strangers.filter((row) => meant(row) === undefined);
  const [example] = numbers;
  return [
    ...(example
      ? [
          predictionIssue('prediction.id-as-number', {
            rows: rowsOf(numbers),
            ad: example.ad,
            suggestion: meant(example) ?? '',
          }),
        ]
      : []),
    ...(others.length > 0 ? [predictionIssue('prediction.unknown-ads', { rows: rowsOf(others) })] : []),
  ];
}

function missingIssues(missing: number, asked: number, missingAds: MissingAds): Issue[] {
  if (missing === 0) return [];
  const params = { missing, ads: asked };
  if (missingAds === 'zero') return [predictionIssue('prediction.missing-as-zero', params)];
  return [
    missing / asked > MAX_MISSING
      ? predictionIssue('prediction.too-many-missing', { ...params, most: 100 * MAX_MISSING })
      : predictionIssue('prediction.missing-ads', params),
  ];
}
