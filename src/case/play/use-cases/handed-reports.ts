import type { ReplayKinds } from '#case/attempt/model/case-material.ts';
import { firstUnknownName } from '#case/attempt/model/unknown-names.ts';
import { readAttemptFile } from '#case/attempt-file/model/schemas.ts';
import type { Kinds, LaterKinds } from '#case/exercise/model/kinds.ts';
import { briefOf } from '#case/language/model/compiled-scenario.ts';
import type { PublicPart } from '#case/parts/use-cases/case-parts.ts';
import type { AttemptStore } from '#case/parts/use-cases/ports.ts';
import { attemptsAtCase, type ReadAttempt } from '#case/play/use-cases/attempts-at-case.ts';
import type { PartLoader } from '#kernel/model/part-loader.ts';
import type { HandedReport } from '#market/platforms/model/handed-report.ts';

/** What a report of an earlier attempt is read with. */
export type ReportKinds = ReplayKinds & Pick<Kinds, 'inRoom'> & LaterKinds<'reads'>;

/** A report of an attempt, with the wall time of the last entry of its log. */
export interface AttemptReport {
  readonly attempt: string;
  readonly wall: string;
  readonly report: HandedReport;
}

/** The reports of attempts at a case on this device, newest first; empty if no attempt has a finding. */
export async function reportsOnDevice(
  store: AttemptStore,
  scenario: string,
  parts: PartLoader,
  kinds: ReportKinds,
): Promise<AttemptReport[]> {
  const at = await attemptsAtCase(store, scenario, parts, kinds);
  if (!at) return [];
  return at.read.flatMap((one) => reportOf(one, at.part, kinds)).toSorted((a, b) => (a.wall < b.wall ? 1 : -1));
}

/** Why no report can be taken from a file. */
export type NoReport = 'unreadable' | 'other-case' | 'other-version' | 'no-findings';

/** The report of a saved attempt at a case, or why there is none. The attempt is replayed and not stored. */
export async function reportInFile(
  text: string,
  scenario: string,
  parts: PartLoader,
  kinds: ReportKinds,
): Promise<AttemptReport | NoReport> {
  const reads = await kinds.reads();
  const file = readAttemptFile(text, { reads });
  if (!file.ok) return 'unreadable';
  const { log } = file.file;
  if (log.header.scenario !== scenario) return 'other-case';
  const saved = { id: log.header.id, header: log.header, events: log.events };
  const at = await attemptsAtCase({ newest: async () => saved, away: async () => [] }, scenario, parts, kinds);
  if (!at) return 'no-findings';
  const [read] = at.read;
  if (!read) return 'other-version';
  if (firstUnknownName(read.log, at.part, { reads })) return 'unreadable';
  return reportOf(read, at.part, kinds)[0] ?? 'no-findings';
}

function reportOf(
  { log, attempt }: ReadAttempt,
  { scenario }: PublicPart,
  { inRoom }: Pick<ReportKinds, 'inRoom'>,
): AttemptReport[] {
  for (const [state, response] of Object.entries(attempt.responses)) {
    const of = scenario.states[state];
    const kind = of?.type === 'exercise' ? inRoom.need(of.kind) : undefined;
    const report = kind?.handOn?.(briefOf(scenario, state) ?? {}, response);
    if (report) return [{ attempt: log.header.id, wall: log.events.at(-1)?.wall ?? log.header.wall, report }];
  }
  return [];
}
