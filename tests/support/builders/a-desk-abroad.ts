import type { ScoreContext } from '#case/exercise/model/exercise-kind.ts';
import type { Letter, LetterKind } from '#evidence/letters/model/letter.ts';
import { addMinutes } from '#kernel/model/instant.ts';
import type { RequestDesk } from '#kinds/requests/model/desk.ts';
import type { RequestsKey } from '#kinds/requests/model/key.ts';
import type { RequestsAction } from '#kinds/requests/model/play.ts';
import { scoreRequests } from '#kinds/requests/model/score.ts';
import { afterActs, aLetter, BEGINS, DESK, KEY, market } from './a-desk.ts';
import { scored } from './a-reader.ts';

const HOUR = 60;
const DAY = 24 * HOUR;
/** Minutes until an answer from the State of the company abroad. */
export const TIMES = { states: DAY, point: 5 * HOUR, direct: 5 * DAY, central: 60 * DAY } as const;

/** The desk of `a-desk`, with a choice of channel. The company abroad offers its service at home. */
export const DESK_ABROAD: RequestDesk = {
  ...DESK,
  platforms: DESK.platforms.map((platform) => ({ ...platform, servesHome: platform.id === 'smallads' })),
  states: DESK.states.map((state) => (state.id === 'tessaval' ? { ...state, channels: TIMES } : state)),
};

export const KEY_ABROAD: RequestsKey = {
  ...KEY,
  data: ['subscriber', 'messages'],
  letters: ['preservation', 'order', 'assistance'],
  channels: { keep: ['point', 'states'], subscriber: ['served', 'direct'], messages: ['central'] },
};

/** A letter that says everything and goes by that channel; without one it names none. */
export function byChannel(kind: LetterKind, channel?: Letter['channel'], change: Partial<Letter> = {}): Letter {
  return { ...aLetter(kind, { data: ['subscriber', 'messages'], ...change }), ...(channel && { channel }) };
}

/** What these acts are worth at the desk with a choice of channel. */
export function scoredAbroad(actions: readonly RequestsAction[], context: Partial<ScoreContext<RequestDesk>> = {}) {
  const now = addMinutes(BEGINS, 10 * HOUR);
  const given = { market, world: [], evidence: [1], brief: DESK_ABROAD, now, ...context };
  return scored(scoreRequests(afterActs(...actions), KEY_ABROAD, given));
}
