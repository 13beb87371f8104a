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

/** One piece of work; a worker does one and ends. The words are those of the case report. */
export type LockerOrder =
  | {
      readonly type: 'export';
      readonly material: LockerMaterial;
      readonly log: AttemptLog;
      readonly exercise: string;
      readonly words: Words;
    }
  | { readonly type: 'pack'; readonly locker: Locker; readonly words: Words }
  | { readonly type: 'verify'; readonly chosen: ChosenLocker };

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

/** What a worker sends back: some progress reports, then one end. */
export type LockerReply =
  | { readonly type: 'progressed'; readonly done: number; readonly of: number; readonly stage?: VerifyStage }
  | { readonly type: 'done'; readonly value: PackedLocker | VerifiedLocker }
  | { readonly type: 'failed'; readonly message: string };
