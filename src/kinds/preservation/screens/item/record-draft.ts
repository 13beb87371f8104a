import { isInstant } from '#kernel/model/instant.ts';
import type { ItemRecord } from '#kinds/preservation/model/play.ts';

/** What stands in the form of an item, written into the log or not. */
export interface RecordDraft {
  readonly url: string;
  readonly time: string;
  readonly identifiers: readonly string[];
  /** The address that sent the bytes; empty or left out where it is the one asked for. */
  readonly finalUrl?: string;
  readonly standing?: 'source' | 'copy';
}

export const EMPTY_DRAFT: RecordDraft = { url: '', time: '', identifiers: [] };

/** Reads forms that were kept before the page was loaded anew; a field that cannot be read is empty. */
export function readRecordDrafts(kept: unknown): Readonly<Record<string, RecordDraft>> {
  return Object.fromEntries(Object.entries(fieldsOf(kept)).map(([item, form]) => [item, readDraft(fieldsOf(form))]));
}

function readDraft({ url, time, identifiers, finalUrl, standing }: Readonly<Record<string, unknown>>): RecordDraft {
  const known = (['source', 'copy'] as const).find((one) => one === standing);
  return {
    url: typeof url === 'string' ? url : '',
    time: typeof time === 'string' ? time : '',
    identifiers: Array.isArray(identifiers) ? identifiers.filter((one) => typeof one === 'string') : [],
    ...(typeof finalUrl === 'string' && { finalUrl }),
    ...(known && { standing: known }),
  };
}

const fieldsOf = (value: unknown) =>
  (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;

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
  const text = ({ url, time, identifiers, finalUrl = '', standing }: RecordDraft) =>
    JSON.stringify([url.trim(), time.trim(), [...identifiers].sort(), finalUrl.trim(), standing ?? '']);
  return text(draft) !== text(record ?? EMPTY_DRAFT);
}

/** The record that the form writes. What was not said is left out. */
export function recordOf({ url, time, identifiers, finalUrl = '', standing }: RecordDraft): ItemRecord {
  return {
    url: url.trim(),
    time: time.trim(),
    identifiers,
    ...(finalUrl.trim() !== '' && { finalUrl: finalUrl.trim() }),
    ...(standing && { standing }),
  };
}
