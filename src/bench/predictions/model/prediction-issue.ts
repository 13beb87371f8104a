import type { Issue, Position } from '#kernel/model/issue.ts';

/** Codes of warnings: scoring continues despite them. All other issues prevent it. */
const WARNINGS: ReadonlySet<string> = new Set([
  'prediction.unused-column',
  'prediction.unused-column-near',
  'prediction.unknown-sign',
  'prediction.unknown-sign-near',
  'prediction.repeated-rows',
  'prediction.unknown-ads',
  'prediction.missing-ads',
  'prediction.missing-as-zero',
  'prediction.one-kind-only',
  'prediction.no-groups',
  'prediction.few-actors',
  'prediction.fewer-resamples',
]);

/** An issue of a set of predictions; its position is a row, or the whole set. */
export function predictionIssue(code: string, params: Issue['params'] = {}, position?: Position): Issue {
  const severity = WARNINGS.has(code) ? 'warning' : 'error';
  return { code, severity, path: [], params, ...(position ? { position } : {}) };
}
