import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Issue, Parsed } from '#core/kernel/issue.ts';
import { TruthHeadSchema, type TruthRow, TruthRowSchema } from '#core/prediction/schemas.ts';

/** The truth about the ads of one market, as far as scoring reads it. */
export interface MarketTruth {
  readonly marketId: string;
  readonly ads: readonly TruthRow[];
}

const DOCUMENT = 'ground-truth.json';
const SHARD = /^ground-truth-(\d+)\.ndjson$/;

/** More faults than this of one truth help nobody. */
const MOST_ISSUES = 100;

/**
 * Reads a truth: ground-truth.json with its ads, or a folder in which the ads stand in shards beside it, one a line, which are
 * never in memory as text all at once. The path has to exist.
 */
export async function readTruth(path: string): Promise<Parsed<MarketTruth>> {
  const document = statSync(path).isDirectory() ? join(path, DOCUMENT) : path;
  if (!existsSync(document)) return refuse(issueAt(document, 1, 'file.missing', { file: DOCUMENT }));
  const value = fromJson(readFileSync(document, 'utf8'));
  if (value === undefined) return refuse(issueAt(document, 1, 'truth.json'));
  const head = TruthHeadSchema.safeParse(value);
  if (!head.success) return refuse(issueAt(document, 1, 'truth.other-document'));
  const gathered = createGathering();
  if (typeof value === 'object' && value !== null && 'ads' in value && Array.isArray(value.ads))
    value.ads.forEach((row: unknown, n) => {
      gathered.add(row, document, 1, n + 1);
    });
  else await addShards(dirname(document), gathered);
  const { issues, ads } = gathered;
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: { marketId: head.data.marketId, ads } };
}

type Gathering = ReturnType<typeof createGathering>;

/** Rows that came in so far, each ad once, and what was wrong with others. */
function createGathering() {
  const ads: TruthRow[] = [];
  const issues: Issue[] = [];
  const seen = new Set<string>();
  const labels = new Map<string, TruthRow['labels'][number]>();
  const complain = (issue: Issue) => {
    if (issues.length < MOST_ISSUES) issues.push(issue);
    else if (issues.length === MOST_ISSUES)
      issues.push({ ...issue, code: 'file.more-issues', params: { most: MOST_ISSUES } });
  };
  /** A million ads bear the same few labels: each is kept once. */
  const kept = (label: TruthRow['labels'][number]) => {
    const key = `${label.kind} ${label.indicator}`;
    const known = labels.get(key) ?? label;
    labels.set(key, known);
    return known;
  };
  const add = (row: unknown, file: string, line: number, number: number) => {
    const parsed = TruthRowSchema.safeParse(row);
    if (!parsed.success) {
      const [first] = parsed.error.issues;
      const field = first?.path.join('.') || 'ad';
      complain(issueAt(file, line, 'truth.row', { number, field }));
    } else if (seen.has(parsed.data.ad)) complain(issueAt(file, line, 'truth.ad-twice', { ad: parsed.data.ad }));
    else {
      seen.add(parsed.data.ad);
      ads.push({ ...parsed.data, labels: parsed.data.labels.map(kept) });
    }
  };
  return { ads, issues, complain, add };
}

/** Reads the shards of a folder in the order of their numbers. */
async function addShards(folder: string, { add, complain }: Gathering): Promise<void> {
  const names = readdirSync(folder).filter((name) => SHARD.test(name));
  const numberOf = (name: string) => Number(SHARD.exec(name)?.[1]);
  names.sort((a, b) => numberOf(a) - numberOf(b));
  if (names.length === 0) return complain(issueAt(join(folder, DOCUMENT), 1, 'truth.no-ads'));
  const gap = names.findIndex((name, n) => numberOf(name) !== n);
  if (gap >= 0) complain(issueAt(join(folder, names[gap] ?? ''), 1, 'truth.shard-gap', { number: gap }));
  for (const name of names) {
    const file = join(folder, name);
    let line = 0;
    for await (const text of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
      line += 1;
      if (text.trim() === '') continue;
      const row = fromJson(text);
      if (row === undefined) complain(issueAt(file, line, 'truth.json'));
      else add(row, file, line, line);
    }
  }
}

/** Undefined where the text is no JSON. */
function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const refuse = (issue: Issue) => ({ ok: false, issues: [issue] }) as const;

function issueAt(file: string, line: number, code: string, params: Issue['params'] = {}): Issue {
  return { code, severity: 'error', path: [], params, position: { file, line, column: 1 } };
}
