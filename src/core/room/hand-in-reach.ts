import type { HandInWay } from './room-events.ts';
import type { HandIn } from './room-state.ts';

/** What a result tells, by the way on which it came. */
export interface Reach {
  /** Marks in texts, and everything else that only the log of the attempt holds. */
  readonly log: boolean;
  readonly bands: boolean;
  readonly order: boolean;
  readonly choices: boolean;
  /** Votes and reasons: a line and cards carry none, and a file those of a team. What was sent before is kept. */
  readonly reasons: boolean;
}

const REACH: Readonly<Record<HandInWay, Reach>> = {
  lan: { log: true, bands: true, order: true, choices: true, reasons: true },
  file: { log: true, bands: true, order: true, choices: true, reasons: false },
  line: { log: false, bands: true, order: true, choices: true, reasons: false },
  paper: { log: false, bands: false, order: false, choices: true, reasons: false },
};

/** What a result tells, by the way on which it came. */
export const reachOf = (handIn: HandIn): Reach =>
  handIn.by === 'file' ? { ...REACH.file, reasons: handIn.hasReasons } : REACH[handIn.by];
