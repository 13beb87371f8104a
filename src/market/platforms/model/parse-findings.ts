import type { Issue, Parsed } from '#kernel/model/issue.ts';
import { FAULT_IDS, type FaultId } from './faults.ts';
import type { ModerationDocument } from './moderation-documents.ts';
import { TEST_CARD_IDS, type TestCardId } from './test-cards.ts';

/** The finding of a team about one card on one site. */
export interface FindingRow {
  readonly testCard: TestCardId;
  readonly site: string;
  readonly finding: FaultId | 'none';
  /** The maximum hours of that fault: online, or until the answer. */
  readonly hours?: number;
  /** Ids of events of the log. */
  readonly evidence: readonly string[];
  /** Its row in the file, as a spreadsheet counts: the header is row 1. */
  readonly row?: number;
}

/** One row of a file as text, by column name. */
export interface FindingCells {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

const COLUMNS = ['testCard', 'site', 'finding', 'hours', 'evidence'] as const;
type Column = (typeof COLUMNS)[number];
const REQUIRED_COLUMNS: readonly Column[] = ['testCard', 'site', 'finding'];

/** Case, spaces, dashes and underscores in a column name are ignored. */
export const plainName = (name: string) => name.toLowerCase().replaceAll(/[\s_-]/g, '');

/**
 * Parses the findings of a team, or returns every issue that prevents scoring, each with its row. Other columns are
 * ignored. `path` of an issue is the row, as a spreadsheet counts, and the column.
 */
export function parseFindings(
  rows: readonly FindingCells[],
  { sites, log }: Pick<ModerationDocument, 'sites' | 'log'>,
): Parsed<readonly FindingRow[]> {
  if (rows.length === 0) return { ok: false, issues: [issue('findings.empty', [], {})] };
  const read = rows.map(({ row, cells }) => ({ row, cells: named(cells) }));
  const missing = REQUIRED_COLUMNS.filter((column) => read.every(({ cells }) => cells[column] === undefined));
  if (missing.length > 0)
    return { ok: false, issues: missing.map((column) => issue('findings.missing-column', [1, column], { column })) };

  const siteIds = sites.map(({ id }) => id);
  const events = new Set(log.map(({ id }) => id));
  const found: FindingRow[] = [];
  const issues: Issue[] = [];
  for (const { row, cells } of read) {
    const { testCard = '', site = '', finding = '', hours = '' } = cells;
    const evidence = (cells.evidence ?? '')
      .split(/[;|]/)
      .map((id) => id.trim())
      .filter(Boolean);
    const before = issues.length;
    const refuse = (code: string, column: Column, params: Issue['params']) =>
      issues.push(issue(code, [row, column], { row, ...params }));
    if (!isOneOf(TEST_CARD_IDS, testCard.toUpperCase()))
      refuse('findings.unknown-card', 'testCard', { card: testCard });
    if (!siteIds.includes(site)) refuse('findings.unknown-site', 'site', { site, known: siteIds.join(', ') });
    if (finding !== 'none' && !isOneOf(FAULT_IDS, finding))
      refuse('findings.unknown-fault', 'finding', { finding, known: ['none', ...FAULT_IDS].join(', ') });
    if (hours !== '' && !/^\d+(\.\d+)?$/.test(hours)) refuse('findings.not-hours', 'hours', { hours });
    for (const event of evidence) if (!events.has(event)) refuse('findings.unknown-event', 'evidence', { event });
    if (issues.length > before) continue;
    found.push({
      testCard: testCard.toUpperCase() as TestCardId,
      site,
      finding: finding as FindingRow['finding'],
      ...(hours === '' ? {} : { hours: Number(hours) }),
      evidence,
      row,
    });
  }
  issues.push(...clashes(found));
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: found };
}

/** Duplicate rows, and `none` rows beside rows with a fault. */
function clashes(rows: readonly FindingRow[]): Issue[] {
  return rows.flatMap((row, n) => {
    const earlier = rows.slice(0, n).filter(({ testCard, site }) => testCard === row.testCard && site === row.site);
    const same = earlier.find(({ finding }) => finding === row.finding);
    const other = earlier.find(({ finding }) => (finding === 'none') !== (row.finding === 'none'));
    const at = (code: string, { row: first = 0 }: FindingRow) =>
      issue(code, [row.row ?? 0, 'finding'], { row: row.row ?? 0, first, card: row.testCard, finding: row.finding });
    return [...(same ? [at('findings.doubled', same)] : []), ...(other ? [at('findings.contradiction', other)] : [])];
  });
}

function named(cells: FindingCells['cells']): Partial<Record<Column, string>> {
  const plain = new Map(Object.entries(cells).map(([name, value]) => [plainName(name), value.trim()]));
  const entries = COLUMNS.map((column) => [column, plain.get(plainName(column))] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

const isOneOf = (known: readonly string[], value: string) => known.includes(value);

const issue = (code: string, path: Issue['path'], params: Issue['params']): Issue => ({
  code,
  severity: 'error',
  path,
  params,
});
