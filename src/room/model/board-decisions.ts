import type { CaseMaterial } from '#case/attempt/model/case-material.ts';
import type { Answers } from '#case/scoring/model/answers.ts';
import type { Rating } from '#case/scoring/model/schemas.ts';
import { sumOf } from '#kernel/model/sum-of.ts';
import type { Resting, TeamWithResult } from './played-team.ts';
import { agreementOf } from './vote-round.ts';

export interface BoardOption {
  readonly option: string;
  readonly rating?: Rating;
  /** Teams that chose it, once each. */
  readonly teams: readonly string[];
  /** Votes for it, of all teams. */
  readonly votes: number;
}

/** One decision: what teams chose, and how people voted before. */
export interface BoardDecision extends Resting {
  readonly state: string;
  readonly options: readonly BoardOption[];
  readonly votes: { readonly counted: number; readonly keptDown: number } & Resting;
  /** Teams whose votes were not all for the same option. */
  readonly divided: readonly string[];
  /** Reasons that the facilitator has allowed, with their option and without the team. */
  readonly reasons: readonly { readonly option: string; readonly reason: string }[];
}

/** Every decision of the case, in the order of the file. */
export function decisionsOf(
  played: readonly TeamWithResult[],
  { scenario }: CaseMaterial,
  { key }: Pick<Answers, 'key'>,
): BoardDecision[] {
  return Object.entries(scenario.states).flatMap(([state, compiled]): BoardDecision[] => {
    if (!('options' in compiled) || compiled.options.length === 0) return [];
    const choosing = (option: string) =>
      played.filter(({ choices }) => choices.some((choice) => choice.state === state && choice.option === option));
    const voted = played.flatMap(({ team }) => {
      const count = team.votes[state];
      return count ? [{ team: team.team, ...count }] : [];
    });
    const options = compiled.options.map(({ id }): BoardOption => {
      const rating = key.decisions[state]?.options[id]?.rating;
      return {
        option: id,
        ...(rating && { rating }),
        teams: choosing(id).map(({ team }) => team.team),
        votes: sumOf(voted.map((count) => count.options[id] ?? 0)),
      };
    });
    return [
      {
        state,
        options,
        votes: {
          counted: sumOf(options.map(({ votes }) => votes)),
          keptDown: sumOf(voted.map(({ keptDown }) => keptDown)),
          restsOn: voted.length,
        },
        divided: voted.filter((count) => agreementOf(count) === 'divided').map(({ team }) => team),
        reasons: played.flatMap(({ team }) => {
          const decision = team.decisions[state];
          return decision?.shown && decision.reason !== ''
            ? [{ option: decision.option, reason: decision.reason }]
            : [];
        }),
        restsOn: played.filter(({ choices }) => choices.some((choice) => choice.state === state)).length,
      },
    ];
  });
}
