import type { AttemptEvent, AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { AttemptTeam } from '#case/attempt-file/model/attempt-team.ts';
import type { AttemptFileFault } from '#case/attempt-file/model/schemas.ts';
import type { PlayedPart } from '#case/parts/use-cases/case-parts.ts';
import type { SavedAttempt } from '#case/parts/use-cases/ports.ts';
import type { ScoreReport } from '#case/scoring/model/score-report.ts';
import { canonicalJson, type Json } from '#kernel/model/canonical-json.ts';
import { type CasePorts, type CaseSession, createSession, isOfCase, leaveCase } from './case-session.ts';

/** Why a file is refused: no attempt, an attempt at another case, or one that has diverged from this browser's copy. */
export type FileRefusal = AttemptFileFault | 'other-case' | 'impossible' | 'unknown-name' | 'diverged';

export type OpenedFile =
  /** The case continues from the file; `known` where this browser already had the attempt, as far or further. */
  | {
      readonly at: 'continued';
      readonly session: CaseSession;
      readonly known: boolean;
      /** What a team had said beside the attempt. */
      readonly team?: AttemptTeam;
    }
  /** Made at another text, market or generator: shown with the report that was saved with it, never scored. */
  | {
      readonly at: 'other-version';
      readonly attempt: SavedAttempt;
      readonly saved: string;
      readonly report?: ScoreReport;
    }
  | { readonly at: 'refused'; readonly why: FileRefusal; readonly scenario?: string };

/**
 * Opens a saved attempt on the page of its case. The open attempt is put away first, and kept. Where this browser
 * already has the same attempt, the longer log continues; where the two logs have diverged, nothing is changed.
 */
export async function openAttemptFile(
  text: string,
  part: PlayedPart,
  ports: CasePorts,
  before?: CaseSession,
): Promise<OpenedFile> {
  // Loaded only where a file has to be checked.
  const [{ readAttemptFile }, reads] = await Promise.all([
    import('#case/attempt-file/model/schemas.ts'),
    ports.kinds.reads(),
  ]);
  const read = readAttemptFile(text, { reads });
  if (!read.ok) {
    const { left } = read;
    if (!left || !isNamed(left.header)) return { at: 'refused', why: read.fault };
    const { id, scenario } = left.header;
    if (scenario !== part.scenario.id) return { at: 'refused', why: 'other-case', scenario };
    if (isOfCase(left.header, part)) return { at: 'refused', why: read.fault };
    const { header, events, saved, report } = left;
    return { at: 'other-version', attempt: { id, header, events }, saved, ...(report && { report }) };
  }
  const { log, saved, team, report } = read.file;
  const { id, scenario } = log.header;
  if (scenario !== part.scenario.id) return { at: 'refused', why: 'other-case', scenario };
  if (!isOfCase(log.header, part))
    return { at: 'other-version', attempt: { id, ...log }, saved, ...(report && { report }) };
  const { firstUnknownName } = await import('#case/attempt/model/unknown-names.ts');
  if (firstUnknownName(log, part, { reads })) return { at: 'refused', why: 'unknown-name' };
  const stored = await ports.store.find(id);
  const opened = await (stored ? continueStored(stored, log, part, ports, before) : begin(log, part, ports, before));
  return opened.at === 'continued' && team ? { ...opened, team } : opened;
}

async function begin(
  log: AttemptLog,
  part: PlayedPart,
  ports: CasePorts,
  before: CaseSession | undefined,
): Promise<OpenedFile> {
  const session = tryToOpen(log, part, ports);
  if (!session) return { at: 'refused', why: 'impossible' };
  if (before) await leaveCase(ports, before);
  await ports.store.create(log.header, log.events);
  return { at: 'continued', session, known: false };
}

/**
 * Merges a file with the stored log. One has to be a prefix of the other; events only in the file are appended to the
 * store.
 */
async function continueStored(
  stored: SavedAttempt,
  log: AttemptLog,
  part: PlayedPart,
  ports: CasePorts,
  before: CaseSession | undefined,
): Promise<OpenedFile> {
  const isOpen = before?.log.header.id === stored.id;
  // The open session may be one event ahead of the storage.
  const kept = isOpen ? before.log.events : (stored.events as readonly AttemptEvent[]);
  // Events are hash-chained: two logs with the same event are equal up to that event.
  const both = Math.min(kept.length, log.events.length);
  const isOne =
    both > 0
      ? kept[both - 1]?.hash === log.events[both - 1]?.hash
      : canonicalJson(stored.header as Json) === canonicalJson({ ...log.header });
  if (!isOne) return { at: 'refused', why: 'diverged' };
  const known = kept.length >= log.events.length;
  const session = tryToOpen(known ? { ...log, events: kept } : log, part, ports);
  if (!session) return { at: 'refused', why: 'impossible' };
  if (before && !isOpen) await leaveCase(ports, before);
  for (const event of log.events.slice(both)) await ports.store.append(stored.id, event);
  await ports.store.bringBack(stored.id);
  return { at: 'continued', session, known };
}

/** Undefined where the log contains an event that is impossible in this case. */
function tryToOpen(log: AttemptLog, part: PlayedPart, ports: CasePorts): CaseSession | undefined {
  try {
    return createSession(part, log, ports);
  } catch {
    return undefined;
  }
}

interface Named {
  readonly id: string;
  readonly scenario: string;
  readonly scenarioHash: string;
  readonly marketId: string;
  readonly generatorVersion: number;
}

function isNamed(header: unknown): header is Named {
  if (typeof header !== 'object' || header === null) return false;
  const named = header as { readonly [field in keyof Named]?: unknown };
  return typeof named.id === 'string' && typeof named.scenario === 'string';
}
