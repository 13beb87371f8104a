import type { RoomEvent } from './room-events.ts';
import type { Deal, RoomState, TeamState } from './room-state.ts';

/** The state change when a team joins: it gets the next places of each deal. */
export function withPlaces(room: RoomState, team: TeamState): Partial<RoomState> {
  const deals = Object.entries(room.deals ?? {});
  if (deals.length === 0) return { teams: [...room.teams, team] };
  const places = Object.fromEntries(deals.map(([state, deal]) => [state, nextPlaces(deal)]));
  return {
    teams: [...room.teams, { ...team, places }],
    deals: Object.fromEntries(deals.map(([state, deal]) => [state, { ...deal, dealt: deal.dealt + deal.each }])),
  };
}

/** The next places of a deal; after the last, the first ones follow. */
const nextPlaces = ({ order, each, dealt }: Deal): readonly string[] =>
  Array.from({ length: each }, (_, n) => order[(dealt + n) % order.length] as string);

/** Deals places to all teams that have not begun the exercise. Nothing is dealt if each team gets all of them. */
export function dealtAnew(
  { teams, deals }: RoomState,
  { state, each, order }: Extract<RoomEvent, { type: 'places.dealt' }>,
): Partial<RoomState> {
  const { [state]: _, ...others } = deals ?? {};
  const isDealt = each < order.length;
  let dealt = 0;
  const dealtTo = teams.map((team): TeamState => {
    if (hasActedIn(team, [state])) return team;
    const { [state]: __, ...places } = team.places ?? {};
    if (!isDealt) return { ...team, places };
    const own = nextPlaces({ order, each, dealt });
    dealt += each;
    return { ...team, places: { ...places, [state]: own } };
  });
  return { teams: dealtTo, deals: isDealt ? { ...others, [state]: { order, each, dealt } } : others };
}

/** True if the team has done something in one of these states. */
export const hasActedIn = ({ attempt }: TeamState, states: readonly string[]): boolean =>
  (attempt?.events ?? []).some(({ state }) => states.includes(state));
