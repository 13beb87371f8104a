import type { TeamFinding } from '#core/exercise/team-findings.ts';

/** What one team said, on a row of the board. */
export type SaidByTeam = Pick<TeamFinding, 'word' | 'seen' | 'tried' | 'accuses'> & { readonly team: string };

/** A claim about a place, with what teams say of it. Nothing is added up over teams. */
export interface FindingRow {
  readonly place: string;
  readonly claim: string;
  /** In the order of joining. */
  readonly said: readonly SaidByTeam[];
  /** Teams that found nothing wrong where another one did; empty where all agree. */
  readonly contrary: readonly string[];
  /** Teams that have this place and say nothing of the claim. */
  readonly silent: readonly string[];
  /** Teams that were not given this place. */
  readonly notGiven: readonly string[];
  /** What is so, as a word of the kind; left out until the answers are open. */
  readonly truth?: string;
}

/** The findings of all teams in one exercise. */
export interface RoomFindings {
  readonly state: string;
  readonly rows: readonly FindingRow[];
  /** Teams that have stopped the exercise themselves, how often, and whether it stands still now. */
  readonly stops: readonly { readonly team: string; readonly times: number; readonly now: boolean }[];
}

/** Puts the findings of teams side by side, by place and claim. `truthOf` is left out until the answers are open. */
export function findingRows(
  teams: readonly {
    readonly team: string;
    readonly findings: readonly TeamFinding[];
    /** Left out where it was given all places. */
    readonly share?: readonly string[] | undefined;
  }[],
  truthOf?: (place: string, claim: string) => string,
): FindingRow[] {
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
