import { isInstant } from '#core/kernel/instant.ts';
import type { ItemRecord } from '#core/preservation/play.ts';

/** What stands in the form of an item, written into the log or not. */
export interface RecordDraft {
  readonly url: string;
  readonly time: string;
  readonly identifiers: readonly string[];
}

export const EMPTY_DRAFT: RecordDraft = { url: '', time: '', identifiers: [] };

export interface DraftProblems {
  readonly url?: 'record.url.missing' | 'record.url.form';
  readonly time?: 'record.time.missing' | 'record.time.form';
  readonly identifiers?: 'record.identifiers.missing';
}

/** What keeps a record from being written: its form only. Whether it is right is said in the debrief. */
export function draftProblems({ url, time, identifiers }: RecordDraft): DraftProblems {
  return {
    ...(url.trim() === ''
      ? { url: 'record.url.missing' }
      : !/^https:\/\/\S+$/.test(url.trim()) && { url: 'record.url.form' }),
    ...(time.trim() === '' ? { time: 'record.time.missing' } : !isInstant(time.trim()) && { time: 'record.time.form' }),
    ...(identifiers.length === 0 && { identifiers: 'record.identifiers.missing' }),
  };
}

/** True where the form says something else than the record. */
export function differs(draft: RecordDraft, record: ItemRecord | undefined): boolean {
  const text = ({ url, time, identifiers }: RecordDraft) =>
    JSON.stringify([url.trim(), time.trim(), [...identifiers].sort()]);
  return text(draft) !== text(record ?? EMPTY_DRAFT);
}
