import { translator } from '#i18n/translator.ts';
import { letterOf } from '#kernel/model/letter-of.ts';
import type { ShownTeam } from '#room/model/shown-teams.ts';
import messages from '#words/room/control.json' with { type: 'json' };

const t = translator(messages);

/** What stands at the head of a team's column. */
export const headOf = ({ name }: ShownTeam, at: number): string => name ?? t('board.table', { letter: letterOf(at) });

/** The same as a sentence. */
export const sayRestsWhole = (restsOn: number, teams: number): string =>
  t.count('board.rests.whole', restsOn, { of: teams });

/** On how many teams a picture rests, of all in the room. */
export const sayRests = (restsOn: number, teams: number): string => t.count('board.rests', restsOn, { of: teams });
