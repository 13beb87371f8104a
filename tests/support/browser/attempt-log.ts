import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { AttemptEvent, AttemptHeader } from '#case/attempt/model/attempt-log.ts';
import type { ScoreReport } from '#case/scoring/model/score-report.ts';
import { main as scoreAttempt } from '../../../scripts/score-attempt.ts';
import { REPOSITORY } from './built-site.ts';

export interface StoredAttempt {
  readonly id: string;
  readonly away?: { readonly why: string };
  readonly header: AttemptHeader;
  readonly events: readonly AttemptEvent[];
}

/** All attempts in the IndexedDB of the page's site, or of the packed case, as they lie there, the oldest first. */
export function storedAttempts(page: Page): Promise<StoredAttempt[]> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const packed = document.documentElement.dataset.packed;
    const database = await done(indexedDB.open(packed === undefined ? 'checkathon' : `checkathon packed ${packed}`));
    const stores = database.transaction(['attempts', 'events']);
    const [rows, entries] = await Promise.all([
      done(stores.objectStore('attempts').getAll()),
      done(stores.objectStore('events').getAll()),
    ]);
    database.close();
    return rows
      .sort((a, b) => a.begun - b.begun)
      .map((row) => ({
        ...row,
        events: entries
          .filter((entry) => entry.attempt === row.id)
          .sort((a, b) => a.seq - b.seq)
          .map((entry) => entry.event),
      }));
  });
}

/** The open attempt. */
export async function openAttempt(page: Page): Promise<StoredAttempt> {
  const attempt = (await storedAttempts(page)).findLast(({ away }) => away === undefined);
  if (!attempt) throw new Error('No attempt is open.');
  return attempt;
}

/** Numbers of the events of the open attempt as they lie in storage. */
export async function storedNumbers(page: Page): Promise<number[]> {
  return (await openAttempt(page)).events.map(({ seq }) => seq);
}

/** 1 to n. */
export const unbroken = (numbers: readonly number[]): number[] => numbers.map((_, n) => n + 1);

/** Changes a stored event behind the back of the case page, as a damaged disk might. */
export function damageEvent(page: Page, attempt: string, seq: number): Promise<void> {
  return page.evaluate(
    async ([id, number]) => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await done(indexedDB.open('checkathon'));
      const events = database.transaction('events', 'readwrite').objectStore('events');
      const entry = await done(events.get([id, number]));
      await done(events.put({ ...entry, event: { ...entry.event, hash: 'damaged' } }));
      database.close();
    },
    [attempt, seq] as const,
  );
}

/** What the command `score-attempt` says of a saved attempt. */
export async function scoreOf(attempt: unknown, file: string): Promise<ScoreReport> {
  writeFileSync(file, JSON.stringify(attempt));
  let [output, said] = ['', ''];
  const code = await scoreAttempt(['--log', file, '--json'], {
    cwd: REPOSITORY,
    out: (text) => {
      output += text;
    },
    say: (text) => {
      said += text;
    },
  });
  if (code !== 0) throw new Error(said);
  return JSON.parse(output) as ScoreReport;
}
