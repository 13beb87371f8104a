import type { PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { type VoteCount, votesCast } from '#room/model/room-events.ts';
import type { TeamState } from '#room/model/room-state.ts';

export type VoteFault = 'unknown-state' | 'unknown-option' | 'too-many-votes';

/** The ids of the options of a state; undefined for a state without options. */
export function optionsAt({ scenario }: Pick<PublicPart, 'scenario'>, state: string): readonly string[] | undefined {
  const compiled = Object.hasOwn(scenario.states, state) ? scenario.states[state] : undefined;
  return compiled && 'options' in compiled && compiled.options.length > 0
    ? compiled.options.map(({ id }) => id)
    : undefined;
}

/** What is wrong with a count of votes: each person votes once, or keeps the card down. */
export function voteFault(
  part: Pick<PublicPart, 'scenario'>,
  { people }: Pick<TeamState, 'people'>,
  state: string,
  votes: VoteCount,
): VoteFault | undefined {
  const known = optionsAt(part, state);
  if (!known) return 'unknown-state';
  if (!Object.keys(votes.options).every((option) => known.includes(option))) return 'unknown-option';
  return votesCast(votes) > people ? 'too-many-votes' : undefined;
}
