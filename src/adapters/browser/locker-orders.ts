import type { LockerMaterial } from '#app/evidence/locker-of-attempt.ts';
import type { LockerReport } from '#app/evidence/locker-report.ts';
import type { Words } from '#app/evidence/say-from.ts';
import type { VerifyStage } from '#app/evidence/verify-locker.ts';
import type { AttemptLog } from '#core/attempt/attempt-log.ts';
import type { Locker } from '#core/evidence/locker.ts';
import type { Issue } from '#core/kernel/issue.ts';
import type { ChosenFile } from './chosen-bag.ts';

/** A locker to verify: a zip or the files of a folder, and beside it the answer of a time-stamp authority. */
export interface ChosenLocker {
  readonly name: string;
  readonly zip?: Blob;
  readonly files?: readonly ChosenFile[];
  readonly answer?: Blob;
}

/** What to pack: the locker of an exercise of an attempt, or one that is there. The words are those of the case report. */
export type PackOrder = { readonly words: Words; readonly lang: string } & (
  | {
      readonly type: 'export';
      readonly material: LockerMaterial;
      readonly log: AttemptLog;
      readonly exercise: string;
    }
  | { readonly type: 'pack'; readonly locker: Locker }
);

/** How far the work is: files done, of how many, and what is done with them. */
export type LockerProgress = (done: number, of: number, stage?: VerifyStage) => void;

/** A packed locker; its bytes lie with the browser, not in the memory of the page. */
export interface PackedLocker {
  readonly name: string;
  readonly zip: Blob;
  readonly sha256: string;
  readonly items: number;
}

/** What was found in a locker, or why it was not opened. */
export type VerifiedLocker = {
  readonly name: string;
  readonly bytes: number;
  /** Of the zip; a folder has none. */
  readonly sha256?: string;
} & ({ readonly ok: true; readonly report: LockerReport } | { readonly ok: false; readonly issues: readonly Issue[] });
