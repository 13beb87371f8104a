import type { HandledWork } from '#case/exercise/model/handled.ts';

/**
 * Where a case stands: `begun` can be continued, `ended` has ended with nothing handled, `done` has ended with work in it.
 */
export interface CaseOnDevice {
  readonly at: 'begun' | 'ended' | 'done';
  readonly last: string | undefined;
  /** How much was handled in the attempt that says so; left out where its log cannot be read. */
  readonly handled?: HandledWork;
}
