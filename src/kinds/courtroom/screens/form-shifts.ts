import type { TwistStep } from '#kinds/courtroom/model/play.ts';

/** The steps by which a new fact moves a view, from far away to far towards. */
export const FORM_SHIFTS: readonly TwistStep[] = [-2, -1, 0, 1, 2];
