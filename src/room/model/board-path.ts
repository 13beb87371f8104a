import type { Answers } from '#case/scoring/model/answers.ts';
import { type PairTold, pairOutcomes, toldOf } from '#case/scoring/model/pair-outcomes.ts';
import type { Resting, TeamWithResult } from './played-team.ts';
import type { ToldChoice } from './told-path.ts';

/** A pair of acts whose order the key prescribes. */
export interface BoardPair extends Resting {
  readonly first: string;
  readonly second: string;
  readonly teams: Readonly<Record<PairTold, readonly string[]>>;
}

/** The way from one choice to the next; left out at the start. */
export interface BoardLink {
  readonly from?: ToldChoice;
  readonly to: ToldChoice;
  readonly teams: number;
}

/** How each pair of acts whose order the key prescribes came out, by team. */
export function orderOf(played: readonly TeamWithResult[], { key }: Pick<Answers, 'key'>): BoardPair[] {
  const telling = played.flatMap(({ team, told }) => (told ? [{ team: team.team, order: told.order }] : []));
  return (key.order?.before ?? []).map(([first, second]) => {
    const teams: Record<PairTold, string[]> = { kept: [], late: [], never: [], alone: [] };
    for (const { team, order } of telling) {
      const done = order.map((act, at) => ({ act, seq: at + 1 }));
      for (const pair of pairOutcomes([[first, second]], done)) teams[toldOf(pair)].push(team);
    }
    return { first, second, teams, restsOn: telling.length };
  });
}

/** Ways of teams through the choices of the case. */
export function pathOf(
  played: readonly TeamWithResult[],
): { readonly links: readonly BoardLink[]; readonly ended: number } & Resting {
  const links = new Map<string, BoardLink>();
  for (const { choices } of played) {
    const own = new Map<string, Omit<BoardLink, 'teams'>>();
    choices.forEach((to, at) => {
      const from = choices[at - 1];
      own.set(`${from?.state} ${from?.option} ${to.state} ${to.option}`, { ...(from && { from }), to });
    });
    for (const [name, link] of own) links.set(name, { ...link, teams: (links.get(name)?.teams ?? 0) + 1 });
  }
  return {
    links: [...links.values()],
    ended: played.filter(({ told }) => told?.ended).length,
    restsOn: played.filter(({ choices }) => choices.length > 0).length,
  };
}
