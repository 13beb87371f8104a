import { attemptsAtCase, type ReadAttempt } from '#app/track/attempts-at-case.ts';
import { firstUnknownName } from '#core/attempt/unknown-names.ts';
import { readAttemptFile } from '#core/attempt-file/schemas.ts';
import type { PartLoader } from '#core/kernel/part-loader.ts';
import { KIND_REPORTS } from '#core/kinds/reports.ts';
import type { HandedReport } from '#core/moderation/handed-report.ts';
import { briefOf } from '#core/scenario/compiled-scenario.ts';
import type { PublicPart } from './case-parts.ts';
import type { AttemptStore } from './ports.ts';

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
): Promise<AttemptReport[]> {
  const at = await attemptsAtCase(store, scenario, parts);
  if (!at) return [];
  return at.read.flatMap((one) => reportOf(one, at.part)).toSorted((a, b) => (a.wall < b.wall ? 1 : -1));
}

/** Why no report can be taken from a file. */
export type NoReport = 'unreadable' | 'other-case' | 'other-version' | 'no-findings';

/** The report of a saved attempt at a case, or why there is none. The attempt is replayed and not stored. */
export async function reportInFile(
  text: string,
  scenario: string,
  parts: PartLoader,
): Promise<AttemptReport | NoReport> {
  const file = readAttemptFile(text);
  if (!file.ok) return 'unreadable';
  const { log } = file.file;
  if (log.header.scenario !== scenario) return 'other-case';
  const saved = { id: log.header.id, header: log.header, events: log.events };
  const at = await attemptsAtCase({ newest: async () => saved, away: async () => [] }, scenario, parts);
  if (!at) return 'no-findings';
  const [read] = at.read;
  if (!read) return 'other-version';
  if (firstUnknownName(read.log, at.part)) return 'unreadable';
  return reportOf(read, at.part)[0] ?? 'no-findings';
}

function reportOf({ log, attempt }: ReadAttempt, { scenario }: PublicPart): AttemptReport[] {
  for (const [state, response] of Object.entries(attempt.responses)) {
    const of = scenario.states[state];
    const kind = of?.type === 'exercise' ? KIND_REPORTS.of(of.kind) : undefined;
    const report = kind?.handOn(briefOf(scenario, state) ?? {}, response);
    if (report) return [{ attempt: log.header.id, wall: log.events.at(-1)?.wall ?? log.header.wall, report }];
  }
  return [];
}
