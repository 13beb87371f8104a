import type { RecordGap } from '#core/evidence/record-gaps.ts';
import type { FiledItem } from '#formats/case-uco/write-case-uco.ts';

/** Words of the reader's language, by key. */
export interface Say {
  (key: string, params?: Readonly<Record<string, string | number>>): string;
  /** Which language that is, as `lang` says it. */
  readonly lang: string;
}

/** An item with what its record lacks. */
export interface ReportedItem extends FiledItem {
  readonly gaps: readonly RecordGap[];
}

/** How the workstation stood to UTC, in words. */
export function clockWords(check: { readonly offsetMs: number } | null, say: Say): string {
  if (!check) return say('report.clock.none');
  const seconds = check.offsetMs / 1000;
  return say(seconds < 0 ? 'report.clock.behind' : 'report.clock.ahead', { seconds: Math.abs(seconds) });
}
