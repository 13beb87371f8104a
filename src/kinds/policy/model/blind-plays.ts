import { citableIn } from './citable.ts';
import { DIVIDED_VIEWS } from './divided-views.ts';
import type { Grounds } from './grounds.ts';
import { drawnOrder } from './lot.ts';
import { MEASURES, type MeasureId, measuresOf, ROUNDS, type Safeguard } from './measures.ts';
import { isAffordable, type PolicyAction, type PolicyResponse, playPolicy } from './play.ts';
import type { PolicyBrief } from './schemas.ts';
import { objectionsTo, SEATS } from './seats.ts';
import { reportAt } from './table-report.ts';

/** Players that fill in every field alike without reading. */
export const BLIND_PLAYS = ['first-drawn', 'cheapest', 'dearest'] as const;
export type BlindPolicyPlay = (typeof BLIND_PLAYS)[number];

const THE_SAME = 'The same sentence stands in every field.';
const MEASURES_A_ROUND = 2;

/** The safeguards that such a player names everywhere. */
const EVERYWHERE: Readonly<Record<BlindPolicyPlay, readonly Safeguard[]>> = {
  'first-drawn': ['basis', 'hearing'],
  cheapest: ['data', 'support'],
  dearest: ['narrow', 'basis'],
};

/** Takes two measures of each round by position or cost alone, within the budget. */
function chosenBlindly(play: BlindPolicyPlay, brief: PolicyBrief): MeasureId[] {
  const chosen: { measure: MeasureId; seq: number }[] = [];
  for (const round of ROUNDS) {
    const inOrder =
      play === 'first-drawn'
        ? drawnOrder(brief.lot, round)
        : measuresOf(round).toSorted((a, b) => (MEASURES[a].cost - MEASURES[b].cost) * (play === 'dearest' ? -1 : 1));
    for (const measure of inOrder.slice(0, MEASURES_A_ROUND))
      if (isAffordable({ plan: chosen }, measure)) chosen.push({ measure, seq: 0 });
  }
  return chosen.map(({ measure }) => measure);
}

/** The actions of a blind player. `rests`: the finding or card that it names for every measure. */
export function playBlindly(play: BlindPolicyPlay, brief: PolicyBrief, rests: string): PolicyAction[] {
  const plan = chosenBlindly(play, brief);
  const [first, last] = [plan[0], plan.at(-1)];
  const grounds: Grounds = {
    for: THE_SAME,
    against: THE_SAME,
    payers: ['state'],
    hurt: ['sellers'],
    rests: [rests],
    safeguards: EVERYWHERE[play],
    months: 12,
    watch: 'H',
    stop: THE_SAME,
  };
  return [
    ...plan.map((measure): PolicyAction => ({ type: 'measure.chosen', measure })),
    ...plan.map((measure): PolicyAction => ({ type: 'measure.argued', measure, grounds })),
    ...ROUNDS.flatMap((round) => SEATS.map((seat): PolicyAction => ({ type: 'seat.heard', seat, round }))),
    ...plan
      .flatMap(objectionsTo)
      .map((objection): PolicyAction => ({ type: 'objection.answered', ...objection, way: 'keep', words: THE_SAME })),
    ...DIVIDED_VIEWS.map(
      (view): PolicyAction => ({
        type: 'view.answered',
        view,
        answer: { ...(first && { first }), ...(last && { last }), words: THE_SAME },
      }),
    ),
  ];
}

/** The response after actions, numbered from 1. `start` is the response before the first. */
export const responseTo = (
  actions: readonly PolicyAction[],
  start: PolicyResponse = playPolicy.empty,
): PolicyResponse =>
  actions.reduce<PolicyResponse>(
    (response, action, n) =>
      playPolicy.reduce(response, { ...action } as never, { at: '1970-01-01T00:00:00Z', seq: n + 1 }),
    start,
  );

/** The responses of every blind player with every finding and card, and an empty one, with the same report. */
export function blindResponses(brief: PolicyBrief, { taken }: Pick<PolicyResponse, 'taken'> = {}): PolicyResponse[] {
  const start: PolicyResponse = { ...playPolicy.empty, ...(taken && { taken }) };
  const citable = citableIn(brief, reportAt(brief, taken));
  return [
    start,
    ...BLIND_PLAYS.flatMap((play) => citable.map(({ id }) => responseTo(playBlindly(play, brief, id), start))),
  ];
}
