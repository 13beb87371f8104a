import type { LoggedPreservation, PreservationResponse } from '#kinds/preservation/model/play.ts';

/** A picture of a page, or a capture of what surrounds one. */
export type CopyBeside = Extract<LoggedPreservation, { type: 'look.captured' | 'context.captured' }>;

/** Everything that was copied at a workbench beside its captures, in the order of the log. */
export function copiesBeside({ acts }: Pick<PreservationResponse, 'acts'>): CopyBeside[] {
  return acts.filter((act): act is CopyBeside => act.type === 'look.captured' || act.type === 'context.captured');
}
