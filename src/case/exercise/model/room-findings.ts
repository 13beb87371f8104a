import type { TeamFinding } from '#case/exercise/model/team-findings.ts';

/** The finding of one team on a row of the board. */
export type SaidByTeam = Pick<TeamFinding, 'word' | 'seen' | 'tried' | 'accuses'> & { readonly team: string };

/** A claim about a place, with the finding of each team. Teams are never added up. */
export interface RoomFindingRow {
  readonly place: string;
  readonly claim: string;
  /** In the order of joining. */
  readonly said: readonly SaidByTeam[];
  /** Teams that found nothing wrong while another team did; empty if all agree. */
  readonly contrary: readonly string[];
  /** Teams that have this place and no finding on the claim. */
  readonly silent: readonly string[];
  /** Teams that were not given this place. */
  readonly notGiven: readonly string[];
  /** The truth as a word of the kind; undefined until the answers are open. */
  readonly truth?: string;
}

/** The findings of all teams in one exercise. */
export interface RoomFindings {
  readonly state: string;
  readonly rows: readonly RoomFindingRow[];
  /** Teams that have stopped the exercise themselves, how often, and whether it is stopped now. */
  readonly stops: readonly { readonly team: string; readonly times: number; readonly now: boolean }[];
}

/** Puts the findings of teams side by side, by place and claim. `truthOf` is undefined until the answers are open. */
export function findingRows(
  teams: readonly {
    readonly team: string;
    readonly findings: readonly TeamFinding[];
    /** Left out where it was given all places. */
    readonly share?: readonly string[] | undefined;
  }[],
  truthOf?: (place: string, claim: string) => string,
): RoomFindingRow[] {
  const rows = new Map<number, { readonly place: string; readonly claim: string; readonly said: SaidByTeam[] }>();
  for (const { team, findings } of teams)
    for (const { place, claim, at, ...said } of findings) {
      const row = rows.get(at) ?? { place, claim, said: [] };
      rows.set(at, row);
      row.said.push({ team, ...said });
    }
  const isGiven = (place: string, share?: readonly string[]) => share === undefined || share.includes(place);
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([, row]) => ({
      ...row,
      silent: teams
        .filter(({ team, share }) => isGiven(row.place, share) && row.said.every((one) => one.team !== team))
        .map(({ team }) => team),
      notGiven: teams.filter(({ share }) => !isGiven(row.place, share)).map(({ team }) => team),
      contrary: row.said.some(({ accuses }) => accuses)
        ? row.said.filter(({ accuses }) => !accuses).map(({ team }) => team)
        : [],
      ...(truthOf && { truth: truthOf(row.place, row.claim) }),
    }));
}
