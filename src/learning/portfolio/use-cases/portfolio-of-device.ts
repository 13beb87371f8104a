import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import { handledWork } from '#case/attempt/model/handled-work.ts';
import { type KeptResult, keptResult } from '#case/debrief/model/kept-result.ts';
import type { Kinds, LaterKinds } from '#case/exercise/model/kinds.ts';
import type { AttemptStore, SavedAttempt } from '#case/parts/use-cases/ports.ts';
import { type AttemptsAtCase, attemptsAtCase } from '#case/play/use-cases/attempts-at-case.ts';
import { createAnswers } from '#case/play/use-cases/open-answers.ts';
import { compareCodes } from '#kernel/model/compare-codes.ts';
import type { PartLoader } from '#kernel/model/part-loader.ts';
import {
  dayOfLog,
  lastWallOf,
  type PortfolioEntry,
  portfolioParts,
} from '#learning/portfolio/model/portfolio-entry.ts';

/** What the kinds of exercise tell of the attempts in a portfolio. */
export type PortfolioKinds = Pick<Kinds, 'plays' | 'tells' | 'scores' | 'says'> & LaterKinds<'reads'>;

/** What the portfolio is read from. */
export interface PortfolioPorts {
  readonly kinds: PortfolioKinds;
  readonly store: AttemptStore;
  partsOf(scenario: string): PartLoader;
  /** Marks that are kept already, by attempt. */
  readonly results: ReadonlyMap<string, KeptResult>;
  /** Attempts that came to this device in a file. */
  readonly opened: ReadonlySet<string>;
  /** Keeps the marks of an attempt that was scored now. */
  keep(result: KeptResult): Promise<void>;
}

/** An attempt as the portfolio shows it, with its log where it can be read. */
export interface FoundEntry {
  readonly entry: PortfolioEntry;
  readonly log?: AttemptLog;
}

/** An entry with the moment by which it is ordered: that of the last entry of its log, or nothing. */
type TimedEntry = FoundEntry & { readonly wall: string };

/**
 * Every attempt of the device at these cases, earliest first; where a case has several, each has its number. An ended attempt is scored with the key of its version; of
 * an attempt of another version the marks that are kept stand as they were. Where a case cannot be fetched, its attempts
 * are left out.
 */
export async function portfolioOfDevice(
  cases: readonly { readonly id: string; readonly title: string }[],
  ports: PortfolioPorts,
): Promise<FoundEntry[]> {
  const found = await Promise.all(
    cases.map(async ({ id, title }) => {
      const parts = ports.partsOf(id);
      const at = await attemptsAtCase(ports.store, id, parts, ports.kinds);
      return at ? entriesOf(at, { id, title }, parts, ports) : [];
    }),
  );
  return numbered(found.flat().sort((a, b) => compareCodes(a.wall, b.wall)));
}

/** Two attempts at one case on one day would have the same name without a number. */
function numbered(entries: readonly TimedEntry[]): FoundEntry[] {
  return entries.map(({ wall: _, ...found }) => {
    const own = entries.filter(({ entry }) => entry.scenario === found.entry.scenario);
    const number = own.findIndex(({ entry }) => entry.attempt === found.entry.attempt) + 1;
    return own.length > 1 ? { ...found, entry: { ...found.entry, number } } : found;
  });
}

async function entriesOf(
  { part, read, others }: AttemptsAtCase,
  { id, title }: { readonly id: string; readonly title: string },
  parts: PartLoader,
  { results, opened, keep, kinds }: PortfolioPorts,
): Promise<TimedEntry[]> {
  const entries: TimedEntry[] = [];
  const answers = createAnswers({ loader: parts, kinds });
  for (const { log, attempt } of read) {
    const result = attempt.ended
      ? await answers.scoreCase(log, part, attempt).then((report) => keptResult(report, log.header, kinds))
      : undefined;
    if (result) await keep(result);
    entries.push({
      log,
      wall: lastWallOf(log),
      entry: {
        attempt: log.header.id,
        scenario: id,
        title,
        state: attempt.ended ? 'done' : 'begun',
        day: dayOfLog(log),
        language: log.header.locale,
        retry: log.header.retry !== undefined,
        ...(opened.has(log.header.id) && { fromFile: true }),
        handled: handledWork(part, attempt, kinds),
        ...(result && { result }),
        parts: portfolioParts(part.scenario, attempt.responses, kinds),
      },
    });
  }
  return [
    ...entries,
    ...others.map((saved) => {
      const entry = otherEntry(saved, { id, title }, results.get(saved.id));
      return { wall: lastWall(saved), entry: { ...entry, ...(opened.has(saved.id) && { fromFile: true as const }) } };
    }),
  ];
}

const lastWall = ({ events }: SavedAttempt) => textIn(events.at(-1), 'wall');

function otherEntry(
  saved: SavedAttempt,
  { id: scenario, title }: { readonly id: string; readonly title: string },
  result: KeptResult | undefined,
): PortfolioEntry {
  const { id: attempt, header } = saved;
  return {
    attempt,
    scenario,
    title,
    state: 'other-version',
    day: lastWall(saved).slice(0, 10),
    language: textIn(header, 'locale'),
    retry: typeof header === 'object' && header !== null && 'retry' in header,
    ...(result && { result }),
    parts: [],
  };
}

function textIn(value: unknown, field: string): string {
  const found = (value as Readonly<Record<string, unknown>> | null | undefined)?.[field];
  return typeof found === 'string' ? found : '';
}
