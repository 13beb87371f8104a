/** Acts of a case whose order a key may prescribe. They are done in the story or in an exercise. */
export const ACTS = ['preserve', 'request', 'notify', 'contact'] as const;
export type Act = (typeof ACTS)[number];

/** An act that took place, with the number of the event that shows it. */
export interface DoneAct {
  readonly act: Act;
  readonly seq: number;
}
