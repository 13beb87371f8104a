import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import { isSought, type Played, ReadAttempt } from '../case/debrief-reader/attempt.ts';
import { findsOf } from '../case/debrief-reader/finds.ts';
import { type CountedTeam, chosenIn, countPoints, signsMissed } from './count-from-logs.ts';

/** The figures of a board, in the order in which its page shows them; numbers are rounded as there. */
export interface CountedBoard {
  readonly teams: number;
  readonly handedIn: number;
  readonly withLog: number;
  /** By criterion: one figure for each team; undefined for a dash. */
  readonly criteria: Readonly<
    Record<string, { readonly restsOn: number; readonly points: readonly (number | undefined)[] }>
  >;
  readonly decisions: readonly {
    readonly title: string;
    readonly restsOn: number;
    readonly votes: number;
    readonly votesFrom: number;
    readonly divided: number;
    readonly options: readonly { readonly text: string; readonly teams: number; readonly votes: number }[];
  }[];
  readonly levels: readonly { readonly level: string; readonly judged: number; readonly controlled: number }[];
  readonly levelsRestOn: number;
  readonly signs: readonly { readonly sign: string; readonly missed: number; readonly of: number }[];
  /** Advertisers who are persons, and were flagged without cause. */
  readonly accused: number;
}

/** What is known of the case besides the logs of its teams, and how the page names things. */
export interface Around extends Omit<Played, 'log'> {
  readonly levelName: (level: string) => string;
  readonly signName: (sign: string) => string;
}

/** A team with what it played: also where its result reached the room without that. */
export type PlayedTeam = Omit<CountedTeam, 'log'> & { readonly log: AttemptLog };

const round = (value: number) => Math.round(value * 100) / 100 + 0;

/** Counts the figures of a board from what each team played. */
export function countBoard(teams: readonly PlayedTeam[], around: Around): CountedBoard {
  const plays = teams.map((team) => ({ ...team, play: { ...around, log: team.log } }));
  const marked = plays.filter(({ way }) => way === 'lan' || way === 'file');
  const points = plays.map(({ way, play }) => (way === 'line' ? new Map<string, number>() : countPoints(play)));
  const ids = new Set(points.flatMap((own) => [...own.keys()]));
  return {
    teams: teams.length,
    handedIn: teams.filter(({ way }) => way !== 'none').length,
    withLog: marked.length,
    criteria: Object.fromEntries(
      [...ids].map((id) => {
        const own = points.map((of) => of.get(id));
        return [id, { restsOn: own.filter((one) => one !== undefined).length, points: own.map((n) => n && round(n)) }];
      }),
    ),
    decisions: decisionsIn(teams, around),
    ...levelsIn(
      plays.map(({ play }) => play),
      around,
    ),
    signs: signsIn(
      marked.map(({ play }) => play),
      around,
    ),
  };
}

function decisionsIn(teams: readonly PlayedTeam[], { material }: Around): CountedBoard['decisions'] {
  return Object.entries(material.scenes).flatMap(([state, { title, options }]) => {
    const chosen = teams.map(({ log }) => chosenIn(log).get(state) ?? new Set<string>());
    const votes = teams.flatMap((team) => (team.votes[state] ? [team.votes[state].options] : []));
    const votesFor = (option: string) => votes.reduce((sum, own) => sum + (own[option] ?? 0), 0);
    if (options.length === 0 || (votes.length === 0 && chosen.every(({ size }) => size === 0))) return [];
    const texts = [...new Set(options.map(({ text }) => text))];
    return [
      {
        title,
        restsOn: chosen.filter(({ size }) => size > 0).length,
        votes: options.reduce((sum, { id }) => sum + votesFor(id), 0),
        votesFrom: votes.length,
        divided: votes.filter((own) => Object.values(own).filter((count) => count > 0).length > 1).length,
        options: texts.map((text) => {
          const same = options.filter((option) => option.text === text).map(({ id }) => id);
          return {
            text,
            teams: chosen.filter((own) => same.some((id) => own.has(id))).length,
            votes: same.reduce((sum, id) => sum + votesFor(id), 0),
          };
        }),
      },
    ];
  });
}

function levelsIn(plays: readonly Played[], { answers, levelName }: Around) {
  const finds = plays.map((play) => {
    const attempt = new ReadAttempt(play);
    return findsOf(attempt, attempt.exercises('detection')[0] ?? '');
  });
  const judged = finds.flatMap((own) => own.open.flatMap((ad) => (own.band(ad) ? [{ ad, level: own.band(ad) }] : [])));
  const accused = new Set(finds.flatMap(({ notAccepted }) => notAccepted.map(({ actor }) => actor)));
  const machines = answers.truth.actors.filter(({ type }) => type === 'scammer' || type === 'bot');
  return {
    levels: ['none', 'check', 'prioritise', 'urgent'].flatMap((level) => {
      const own = judged.filter((one) => one.level === level);
      const controlled = own.filter(({ ad }) => isSought(ad)).length;
      return own.length > 0 ? [{ level: levelName(level), judged: own.length, controlled }] : [];
    }),
    levelsRestOn: finds.filter((own) => own.open.some((ad) => own.band(ad))).length,
    accused: [...accused].filter((actor) => !machines.some(({ id }) => id === actor)).length,
  };
}

function signsIn(plays: readonly Played[], { signName }: Around): CountedBoard['signs'] {
  const byTeam = plays.map(signsMissed);
  const signs = [...new Set(byTeam.flatMap((own) => [...own.keys()]))];
  return signs.map((sign) => ({
    sign: signName(sign),
    missed: byTeam.filter((own) => own.get(sign)).length,
    of: byTeam.filter((own) => own.has(sign)).length,
  }));
}
