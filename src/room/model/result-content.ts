import type { HandInWay } from './room-events.ts';
import type { HandIn } from './room-state.ts';

/** What a result contains, by its hand-in channel. */
export interface ResultContent {
  /** Marks in texts, and everything else that only the log of the attempt holds. */
  readonly log: boolean;
  readonly bands: boolean;
  readonly order: boolean;
  readonly choices: boolean;
  /** Votes and reasons. A line and cards carry none, a file only those of a team; what was sent before is kept. */
  readonly reasons: boolean;
}

const CONTENT: Readonly<Record<HandInWay, ResultContent>> = {
  lan: { log: true, bands: true, order: true, choices: true, reasons: true },
  file: { log: true, bands: true, order: true, choices: true, reasons: false },
  line: { log: false, bands: true, order: true, choices: true, reasons: false },
  paper: { log: false, bands: false, order: false, choices: true, reasons: false },
};

/** What a result contains, by its hand-in channel. */
export const contentOf = (handIn: HandIn): ResultContent =>
  handIn.by === 'file' ? { ...CONTENT.file, reasons: handIn.hasReasons } : CONTENT[handIn.by];
