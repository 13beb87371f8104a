import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { Finding } from '#case/exercise/model/exercise-kind.ts';
import type { Answers } from '#case/scoring/model/answers.ts';
import { scoreAttempt, scoreExercise } from '#case/scoring/model/score-attempt.ts';
import type { ScoreReport } from '#case/scoring/model/score-report.ts';
import type { ScoredMaterial } from '#case/scoring/model/scored-material.ts';
import type { PaperChoice, VoteCount } from './room-events.ts';
import { toldByLog } from './told-by-log.ts';
import type { ToldChoice } from './told-path.ts';
import type { ToldResult } from './told-result.ts';

/** The result of a team, as far as its hand-in channel carries it. */
export type TeamResult =
  | { readonly by: 'lan' | 'file'; readonly log: AttemptLog }
  | { readonly by: 'line'; readonly told: ToldResult }
  | { readonly by: 'paper'; readonly choices: readonly PaperChoice[] };

/** What the board knows of a team. Teams stand in the order of joining. */
export interface BoardTeam {
  readonly team: string;
  /** Left out before its result has come. */
  readonly result?: TeamResult;
  /** Votes before the team decided, by state. */
  readonly votes: Readonly<Record<string, VoteCount>>;
  /** Decisions that were sent as they were made, by state. */
  readonly decisions: Readonly<
    Record<string, { readonly option: string; readonly reason: string; readonly shown: boolean }>
  >;
}

/** The number of teams behind a figure of the board. */
export interface Resting {
  readonly restsOn: number;
}

/** A team with what its result says. */
export interface TeamWithResult {
  readonly team: BoardTeam;
  /** Choices in order; without a result, those that the team has sent. */
  readonly choices: readonly ToldChoice[];
  readonly told?: ToldResult;
  readonly report?: ScoreReport;
  /** Criteria of exercises that it did not reach. */
  readonly notPlayed: ReadonlySet<string>;
  /** Findings of exercises that it has played. */
  readonly findings?: readonly Finding[];
}

/** Reads the result of a team, and scores it where it came with a log. */
export function playedBy(team: BoardTeam, material: ScoredMaterial, answers: Answers): TeamWithResult {
  const { result } = team;
  const none = { team, notPlayed: new Set<string>() };
  if (!result) {
    const choices = Object.entries(team.decisions).map(([state, { option }]) => ({ state, option }));
    return { ...none, choices };
  }
  if (result.by === 'paper') return { ...none, choices: result.choices };
  if (result.by === 'line') return { ...none, choices: result.told.choices, told: result.told };
  const { log } = result;
  const { attempt, ...told } = toldByLog(material, log);
  const notPlayed = new Set<string>();
  const findings: Finding[] = [];
  for (const [id, state] of Object.entries(material.scenario.states)) {
    if (state.type !== 'exercise') continue;
    const part = scoreExercise(id, state.kind, log, attempt, material, answers);
    if (attempt.visited.includes(id)) findings.push(...part.findings);
    else for (const criterion of part.criteria) notPlayed.add(criterion.id);
  }
  return { team, choices: told.choices, told, report: scoreAttempt(log, material, answers), notPlayed, findings };
}
