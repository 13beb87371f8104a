import type { FiledItem } from '#evidence/locker/codec/write-case-uco.ts';
import type { RecordGap } from '#evidence/locker/model/record-gaps.ts';

/** Looks up a text in the reader's language by key. */
export interface Say {
  (key: string, params?: Readonly<Record<string, string | number>>): string;
  /** The language, as a value of `lang`. */
  readonly lang: string;
}

/** An item with the gaps of its record. */
export interface ReportedItem extends FiledItem {
  readonly gaps: readonly RecordGap[];
}

/** The clock offset of the workstation from UTC, in words. */
export function clockWords(check: { readonly offsetMs: number } | null, say: Say): string {
  if (!check) return say('report.clock.none');
  const seconds = check.offsetMs / 1000;
  return say(seconds < 0 ? 'report.clock.behind' : 'report.clock.ahead', { seconds: Math.abs(seconds) });
}
