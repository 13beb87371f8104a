import type { RoomFindings } from '#case/exercise/model/room-findings.ts';
import type { Answers } from '#case/scoring/model/answers.ts';
import type { ScoredMaterial } from '#case/scoring/model/scored-material.ts';
import type { Criterion } from '#kernel/model/criterion.ts';
import { type BoardDecision, decisionsOf } from './board-decisions.ts';
import {
  acceptedBands,
  type BoardBin,
  type BoardPerson,
  calibrationOf,
  falseFlagsOf,
  notKnowableOf,
} from './board-judgements.ts';
import { type BoardLink, type BoardPair, orderOf, pathOf } from './board-path.ts';
import { type BoardSign, signsOf } from './board-signs.ts';
import { type BoardTeam, playedBy, type Resting, type TeamWithResult } from './played-team.ts';
import type { HandInWay } from './room-events.ts';

/** One criterion side by side. There is no total and no order of rank. */
export interface BoardCriterion extends Resting {
  readonly id: string;
  /** By team, without teams that did not play the part or whose result does not contain it. */
  readonly teams: Readonly<Record<string, Pick<Criterion, 'raw' | 'min' | 'max' | 'scaled'>>>;
  /** Raw points of the ideal observer. */
  readonly ideal?: number;
}

/** All figures of a room. Facts only: screens find the words. */
export interface Board {
  readonly schema: 'room-board/1';
  /** Teams by hand-in channel, and those without a result. */
  readonly handedIn: Readonly<Record<HandInWay, readonly string[]>>;
  readonly notHandedIn: readonly string[];
  readonly criteria: readonly BoardCriterion[];
  /** In the order of the story. */
  readonly decisions: readonly BoardDecision[];
  /** The sign that most teams missed first. */
  readonly signs: readonly BoardSign[];
  readonly falseFlags: { readonly persons: readonly BoardPerson[]; readonly flags: number } & Resting;
  /** Controlled ads that no page tells apart, and the number of teams that judged each of them. */
  readonly notKnowable: readonly { readonly ad: string; readonly judgedBy: number }[];
  readonly calibration: { readonly bins: readonly BoardBin[]; readonly skill?: number } & Resting;
  /** Each pair of acts whose order the key prescribes. */
  readonly order: readonly BoardPair[];
  /** Findings in exercises that all teams play on the same places; undefined in a case without any. */
  readonly findings?: readonly RoomFindings[];
  readonly path: { readonly links: readonly BoardLink[]; readonly ended: number } & Resting;
}

/** Figures of a room, from the results of its teams, and the answers of the case. */
export function boardOf(teams: readonly BoardTeam[], material: ScoredMaterial, answers: Answers): Board {
  const played = teams.map((team) => playedBy(team, material, answers));
  const by = (way: HandInWay) => teams.filter(({ result }) => result?.by === way).map(({ team }) => team);
  const accepted = acceptedBands(material, answers);
  return {
    schema: 'room-board/1',
    handedIn: { lan: by('lan'), line: by('line'), file: by('file'), paper: by('paper') },
    notHandedIn: teams.filter(({ result }) => !result).map(({ team }) => team),
    criteria: criteriaOf(played),
    decisions: decisionsOf(played, material, answers),
    signs: signsOf(played),
    falseFlags: falseFlagsOf(played, answers, accepted),
    notKnowable: notKnowableOf(played, answers, accepted),
    calibration: calibrationOf(played, answers),
    order: orderOf(played, answers),
    path: pathOf(played),
  };
}

function criteriaOf(played: readonly TeamWithResult[]): BoardCriterion[] {
  const rows = new Map<string, { teams: Record<string, BoardCriterion['teams'][string]>; ideal?: number }>();
  for (const { team, report, notPlayed } of played)
    for (const { id, raw, min, max, scaled, ideal } of report?.criteria ?? []) {
      const row = rows.get(id) ?? { teams: {} };
      rows.set(id, row);
      if (ideal !== undefined) row.ideal = ideal;
      if (!notPlayed.has(id)) row.teams[team.team] = { raw, min, max, scaled };
    }
  return [...rows].map(([id, row]) => ({ id, ...row, restsOn: Object.keys(row.teams).length }));
}
