import type { LoggedPreservation } from '#kinds/preservation/model/play.ts';

/** A captured look of a page: its entry in the log, and the picture with its size in bytes. */
export interface Look {
  readonly act: Extract<LoggedPreservation, { type: 'look.captured' }>;
  readonly extent: Look['act']['extent'];
  readonly picture: { readonly svg: string; readonly bytes: number; readonly sha256: string };
}
