import { type VoteCount, votesCast } from './room-events.ts';

/** How a team votes: each person in turn at the laptop, or all with a raised card that is counted. */
export type VoteWay = 'in-turn' | 'cards';

/**
 * A vote on one decision. It holds only counts: not who voted for what, nor in which order.
 * `scene`: read and talk it over; `turn`: a person chooses; `cover`: the laptop is handed on; `cards`: cards are
 * counted; `talk`: the counts are shown, and the team chooses.
 */
export interface VoteRound {
  readonly state: string;
  readonly people: number;
  readonly at: 'scene' | 'turn' | 'cover' | 'cards' | 'talk';
  readonly votes: VoteCount;
}

/** What happens in a vote. */
export type VoteStep =
  | { readonly type: 'begin'; readonly way: VoteWay }
  /** A person has voted, for nothing where `option` is left out; the choice is covered at once. */
  | { readonly type: 'cast'; readonly option?: string }
  /** The next person has the laptop. */
  | { readonly type: 'uncover' }
  /** One card more (1) or less (-1), for an option or kept down. */
  | { readonly type: 'card'; readonly option?: string; readonly by: 1 | -1 }
  /** The counts are shown. */
  | { readonly type: 'show' }
  /** Back to the scene; counts that were shown are kept. */
  | { readonly type: 'read-again' }
  /** From the scene to the counts that were shown. */
  | { readonly type: 'talk-on' };

const NONE: VoteCount = { options: {}, keptDown: 0 };

/** A vote that has not begun. */
export const newRound = (state: string, people: number): VoteRound => ({ state, people, at: 'scene', votes: NONE });

/** Number of people who have voted, or kept their card down. */
export const castIn = ({ votes }: Pick<VoteRound, 'votes'>): number => votesCast(votes);

/** The round after a step. A step that does not fit where the vote stands changes nothing. */
export function advanceVote(round: VoteRound, step: VoteStep): VoteRound {
  const cast = castIn(round);
  switch (step.type) {
    case 'begin':
      return { ...round, votes: NONE, at: step.way === 'cards' ? 'cards' : 'turn' };
    case 'cast':
      if (round.at !== 'turn' || cast >= round.people) return round;
      return { ...round, votes: withVote(round.votes, step.option, 1), at: 'cover' };
    case 'uncover':
      return round.at === 'cover' && cast < round.people ? { ...round, at: 'turn' } : round;
    case 'card':
      if (round.at !== 'cards' || (step.by > 0 && cast >= round.people)) return round;
      return { ...round, votes: withVote(round.votes, step.option, step.by) };
    case 'show': {
      const isWhole = cast >= round.people;
      if (round.at === 'cards') return { ...round, votes: keptDownRest(round), at: 'talk' };
      return round.at === 'cover' && isWhole ? { ...round, at: 'talk' } : round;
    }
    case 'read-again':
      // A vote in turn that is interrupted starts again, so that nobody sees its interim result.
      return { ...round, at: 'scene', ...(round.at !== 'talk' && { votes: NONE }) };
    case 'talk-on':
      return cast > 0 && round.at === 'scene' ? { ...round, at: 'talk' } : round;
  }
}

function withVote({ options, keptDown }: VoteCount, option: string | undefined, by: 1 | -1): VoteCount {
  if (option === undefined) return { options, keptDown: Math.max(0, keptDown + by) };
  const { [option]: before = 0, ...rest } = options;
  const count = before + by;
  return { options: count > 0 ? { ...rest, [option]: count } : rest, keptDown };
}

/** Counts everybody who showed no card as kept down. */
function keptDownRest(round: VoteRound): VoteCount {
  const { options, keptDown } = round.votes;
  return { options, keptDown: keptDown + Math.max(0, round.people - castIn(round)) };
}

/** What a count says: `none` where nobody voted, `one` where all votes are for one option. */
export function agreementOf({ options }: VoteCount): 'none' | 'one' | 'divided' {
  const chosen = Object.values(options).filter((count) => count > 0);
  if (chosen.length === 0) return 'none';
  return chosen.length === 1 ? 'one' : 'divided';
}

/** True if exactly one person stands alone with a vote, against others who agree. */
export function isOneAlone({ options }: VoteCount): boolean {
  const counts = Object.values(options).filter((count) => count > 0);
  return counts.filter((count) => count === 1).length === 1 && counts.length > 1;
}

/** True if a value that was kept as JSON is a round of that decision and team. */
export function isRoundOf(value: unknown, state: string, people: number): value is VoteRound {
  if (typeof value !== 'object' || value === null) return false;
  const round = value as Partial<VoteRound>;
  return round.state === state && round.people === people && typeof round.votes?.options === 'object';
}
