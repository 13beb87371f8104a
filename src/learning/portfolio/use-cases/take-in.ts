import type { AttemptStore } from '#case/parts/use-cases/ports.ts';
import type { PortfolioFile } from '#learning/portfolio/model/portfolio-file.ts';
import type { StudyStore } from '#learning/track/use-cases/study-store.ts';

/** What of a file this device had not. */
export interface TakenIn {
  readonly attempts: number;
  readonly answers: number;
  readonly ticks: number;
}

/**
 * Adds a portfolio to what this device holds, marked as come from a file. What the device has already is left as it is,
 * and an attempt that is open here stays the one that is continued.
 */
export async function takeIn(file: PortfolioFile, store: AttemptStore, study: StudyStore): Promise<TakenIn> {
  let attempts = 0;
  for (const { log } of file.attempts) {
    if (await store.find(log.header.id)) continue;
    const open = await store.newest(log.header.scenario);
    // First, so that an attempt that a file brought never stands as one of this device.
    await study.keepOpened(log.header.id);
    await store.create(log.header, log.events);
    if (open) await store.putAway(log.header.id, 'restarted');
    attempts += 1;
  }
  const known = new Set((await study.answers()).map(({ id }) => id));
  for (const answer of file.answers) await study.keepAnswer({ ...answer, fromFile: true });
  const ticked = new Set((await study.marks()).map(({ path }) => path));
  for (const mark of file.marks) await study.keepMark({ ...mark, fromFile: true });
  const kept = new Set((await study.results()).map(({ attempt }) => attempt));
  for (const result of file.results) if (!kept.has(result.attempt)) await study.keepResult(result);
  const isNew = (held: ReadonlySet<string>) => (id: string) => !held.has(id);
  return {
    attempts,
    answers: file.answers.map(({ id }) => id).filter(isNew(known)).length,
    ticks: file.marks.map(({ path }) => path).filter(isNew(ticked)).length,
  };
}
