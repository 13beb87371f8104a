import type { PlayersOf } from '#case/reference-players/use-cases/players.ts';
import type { PreservationAction } from '#kinds/preservation/model/play.ts';
import { keepEveryOther } from './keep-every-other.ts';
import { notifyFirst, preserveAll, screenshotsOnly } from './preserve-all.ts';

/** What the reference players do at a workbench. */
export const PRESERVATION_PLAYERS: PlayersOf<PreservationAction> = {
  oracle: preserveAll,
  'half-diligent': (table) => keepEveryOther(preserveAll(table), table.attempt.clock),
  'screenshot-only': screenshotsOnly,
  'notify-first': notifyFirst,
};
