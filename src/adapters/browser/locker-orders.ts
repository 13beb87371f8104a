import type { LockerFiles } from '#app/evidence/locker-of-attempt.ts';
import type { LockerReport } from '#app/evidence/locker-report.ts';
import type { Words } from '#app/evidence/say-from.ts';
import type { VerifyStage } from '#app/evidence/verify-locker.ts';
import type { AttemptLog } from '#core/attempt/attempt-log.ts';
import type { Locker } from '#core/evidence/locker.ts';
import type { Issue } from '#core/kernel/issue.ts';
import type { ChosenFile } from './chosen-bag.ts';

/** A locker to verify: a zip or the files of a folder, and optionally the answer of a time-stamp authority. */
export interface ChosenLocker {
  readonly name: string;
  readonly zip?: Blob;
  readonly files?: readonly ChosenFile[];
  readonly answer?: Blob;
}

/** What to pack: the locker of an exercise of an attempt, or an existing one. `words` are those of the case report. */
export type PackOrder = { readonly words: Words; readonly lang: string } & (
  | {
      readonly type: 'export';
      readonly material: LockerFiles;
      readonly log: AttemptLog;
      readonly exercise: string;
    }
  | { readonly type: 'pack'; readonly locker: Locker }
);

/** Progress callback: files done, total files, and the current stage. */
export type LockerProgress = (done: number, of: number, stage?: VerifyStage) => void;

/** A packed locker; its bytes are held by the browser, not in the memory of the page. */
export interface PackedLocker {
  readonly name: string;
  readonly zip: Blob;
  readonly sha256: string;
  readonly items: number;
}

/** The result of verifying a locker, or the reason why it was not opened. */
export type VerifiedLocker = {
  readonly name: string;
  readonly bytes: number;
  /** Digest of the zip; a folder has none. */
  readonly sha256?: string;
} & ({ readonly ok: true; readonly report: LockerReport } | { readonly ok: false; readonly issues: readonly Issue[] });
