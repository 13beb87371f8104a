import { dirname, join } from 'node:path';
import { TruthHeadSchema, type TruthRow, TruthRowSchema } from '#bench/predictions/model/schemas.ts';
import { readJson } from '#kernel/formats/json/read-json.ts';
import type { Issue, Parsed } from '#kernel/model/issue.ts';
import { parseShape } from '#kernel/model/parse-shape.ts';
import { kindOf, readText } from '#kernel/node/read-file.ts';
import { resolvePath } from '#kernel/node/resolve-path.ts';
import { MARKET_SCHEMA } from '#market/documents/model/header-schemas.ts';
import { PUBLIC, SECRET } from '#market/documents/use-cases/market-files.ts';
import { linesOf, MAX_LINE } from './lines-of.ts';

/** The truth about the ads of one market, as far as scoring reads it. */
export interface MarketTruth {
  readonly marketId: string;
  readonly ads: readonly TruthRow[];
}

const DOCUMENT = 'ground-truth.json';
/** Name of a file with the truth about ads; a header cannot lead out of its folder. */
const LINES = /^ground-truth-\d{3,}\.ndjson$/;
/** Schemas of truths that earlier versions wrote. */
const EARLIER = /^ground-truth\/[0-3]$/;

/** Maximum size of the header; it has a line or two for each file of 10,000 ads. */
const MAX_BYTES = 50_000_000;

/** Maximum number of faults reported for one truth. */
const MAX_ISSUES = 100;

/**
 * Reads a truth: ground-truth.json, and beside it the files of lines that it names; or the folder of both, or the folder
 * of the whole market. The lines are streamed, so that their text is never in memory all at once. A path is relative to
 * the folder `from`.
 */
export async function readTruth(path: string, from: string): Promise<Parsed<MarketTruth>> {
  const kind = kindOf(path, from);
  if (!kind.ok) return kind;
  const document = truthDocument(path, from);
  if (kind.value === 'folder' && !kindOf(document, from).ok && isPublicHalf(path, from))
    return refuse(issueAt(path, 1, 'truth.public-half'));
  const read = readText(document, MAX_BYTES, from);
  if (!read.ok) return read;
  const parsed = readJson(read.value, document);
  if (!parsed.ok) return parsed;
  const head = parseShape(TruthHeadSchema, parsed.value);
  if (!head.success) return refuse(headIssue(parsed.value, document));
  const files = head.data.files.filter((file) => file.kind === 'ground-truth' && LINES.test(file.path));
  const gathered = createGathering();
  for (const file of files) await addLines(file, dirname(document), from, gathered);
  const { issues, ads } = gathered;
  if (ads.length === 0 && issues.length === 0) return refuse(issueAt(document, 1, 'truth.no-ads'));
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: { marketId: head.data.marketId, ads } };
}

/** What a document is instead of a header of this version. */
function headIssue(value: unknown, document: string): Issue {
  const schema = (value as { schema?: unknown } | null)?.schema;
  if (schema === MARKET_SCHEMA) return issueAt(document, 1, 'truth.public-half');
  return typeof schema === 'string' && EARLIER.test(schema)
    ? issueAt(document, 1, 'market.earlier-version', { schema })
    : issueAt(document, 1, 'truth.other-document');
}

/** The path of the truth document that a file or a folder stands for; a whole market has its truth in a subfolder. */
export function truthDocument(path: string, from: string): string {
  const kind = kindOf(path, from);
  if (!kind.ok || kind.value !== 'folder') return path;
  const secret = join(path, SECRET, DOCUMENT);
  return kindOf(secret, from).ok ? secret : join(path, DOCUMENT);
}

/** True for a folder that has the half of a market for teams. */
const isPublicHalf = (folder: string, from: string) =>
  [folder, join(folder, PUBLIC)].some((place) => kindOf(join(place, 'market.json'), from).ok);

type Gathering = ReturnType<typeof createGathering>;

/** Collects rows, each ad once, and the issues of the other rows. */
function createGathering() {
  const ads: TruthRow[] = [];
  const issues: Issue[] = [];
  const seen = new Set<string>();
  const labels = new Map<string, TruthRow['labels'][number]>();
  const complain = (issue: Issue) => {
    if (issues.length < MAX_ISSUES) issues.push(issue);
    else if (issues.length === MAX_ISSUES)
      issues.push({ ...issue, code: 'file.more-issues', params: { most: MAX_ISSUES } });
  };
  /** Interns labels: a million ads share few distinct ones. */
  const kept = (label: TruthRow['labels'][number]) => {
    const key = `${label.kind} ${label.indicator}`;
    const known = labels.get(key) ?? label;
    labels.set(key, known);
    return known;
  };
  const add = (row: unknown, file: string, line: number, number: number) => {
    const parsed = parseShape(TruthRowSchema, row);
    if (!parsed.success) {
      const [first] = parsed.error.issues;
      const field = first?.path.map(String).join('.') || 'ad';
      complain(issueAt(file, line, 'truth.row', { number, field }));
    } else if (seen.has(parsed.data.ad)) complain(issueAt(file, line, 'truth.ad-twice', { ad: parsed.data.ad }));
    else {
      seen.add(parsed.data.ad);
      ads.push({ ...parsed.data, labels: parsed.data.labels.map(kept) });
    }
  };
  return { ads, issues, complain, add };
}

/** Reads one file of lines, which must have as many as the header says. */
async function addLines(
  { path, rows }: { readonly path: string; readonly rows: number },
  folder: string,
  from: string,
  { add, complain }: Gathering,
): Promise<void> {
  const file = join(folder, path);
  const kind = kindOf(file, from);
  if (!kind.ok || kind.value === 'folder')
    return complain(kind.ok ? issueAt(file, 1, 'file.folder', { file }) : (kind.issues[0] as Issue));
  let line = 0;
  let found = 0;
  for await (const text of linesOf(resolvePath(file, from))) {
    line += 1;
    if (text === undefined) complain(issueAt(file, line, 'file.too-large', { file, most: MAX_LINE }));
    if (text === undefined || text.trim() === '') continue;
    found += 1;
    const row = readJson(text, file);
    if (row.ok) add(row.value, file, line, line);
    else complain(issueAt(file, line, 'truth.json'));
  }
  if (found !== rows) complain(issueAt(file, 1, 'truth.other-rows', { file, found, rows }));
}

const refuse = (issue: Issue) => ({ ok: false, issues: [issue] }) as const;

function issueAt(file: string, line: number, code: string, params: Issue['params'] = {}): Issue {
  return { code, severity: 'error', path: [], params, position: { file, line, column: 1 } };
}
