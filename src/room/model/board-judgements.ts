import type { Answers } from '#case/scoring/model/answers.ts';
import type { ScoredMaterial } from '#case/scoring/model/scored-material.ts';
import { compareCodes } from '#kernel/model/compare-codes.ts';
import { probabilitySkill } from '#kernel/model/statistics/probability-skill.ts';
import { wilsonInterval } from '#kernel/model/statistics/signal-detection.ts';
import { sumOf } from '#kernel/model/sum-of.ts';
import { isSought } from '#market/ads/model/actor-types.ts';
import { BAND_PROBABILITIES, BANDS, type Band } from '#market/signs/model/bands.ts';
import type { Resting, TeamWithResult } from './played-team.ts';

/** A person whose ads were flagged without cause. */
export interface BoardPerson {
  /** Id of the advertiser in the truth. */
  readonly actor: string;
  readonly ads: readonly { readonly ad: string; readonly teams: readonly string[] }[];
  readonly teams: readonly string[];
}

/** One band as a statement of probability: how often ads judged with this band were controlled. */
export interface BoardBin {
  readonly band: Band;
  readonly stated: number;
  readonly judged: number;
  readonly controlled: number;
  /** Wilson's interval of 95 % for the share of controlled ads; judgements of one room are not independent. */
  readonly interval: readonly [number, number];
}

/** The bands that the key accepts for each ad, over all exercises of the case. */
export function acceptedBands(
  { scenario, kinds: { scores } }: ScoredMaterial,
  answers: Answers,
): ReadonlyMap<string, readonly Band[]> {
  const kinds = new Set(
    Object.values(scenario.states).flatMap((state) => (state.type === 'exercise' ? state.kind : [])),
  );
  return new Map([...kinds].flatMap((kind) => [...(scores.of(kind)?.acceptedBands?.(answers) ?? [])]));
}

interface Judged {
  readonly team: string;
  readonly ad: string;
  readonly band: Band;
}

/** Every judgement in the results, once for each team and ad: the last exercise that judges an ad counts. */
const judgedIn = (played: readonly TeamWithResult[]): Judged[] =>
  played.flatMap(({ team, told }) => {
    const bands = new Map(Object.values(told?.bands ?? {}).flatMap((given) => [...given]));
    return [...bands].map(([ad, band]) => ({ team: team.team, ad, band }));
  });

/** Teams whose result has bands of ads: those that judged any. */
const judging = (played: readonly TeamWithResult[]) => new Set(judgedIn(played).map(({ team }) => team)).size;

const isFlag = (band: Band) => BANDS.indexOf(band) >= BANDS.indexOf('prioritise');

/** Flags on ads that are not controlled, where the page gives no reason for one; by person, most teams first. */
export function falseFlagsOf(
  played: readonly TeamWithResult[],
  { truth }: Answers,
  accepted: ReadonlyMap<string, readonly Band[]>,
): { readonly persons: readonly BoardPerson[]; readonly flags: number } & Resting {
  const truths = new Map(truth.ads.map((ad) => [ad.ad, ad]));
  const flags = judgedIn(played).filter(({ ad, band }) => {
    const bands = accepted.get(ad);
    return isFlag(band) && bands && !bands.includes(band) && !isSought(truths.get(ad)?.control);
  });
  const actors = new Map<string, Map<string, string[]>>();
  for (const { team, ad } of flags) {
    const actor = truths.get(ad)?.actor ?? '';
    const ads = actors.get(actor) ?? new Map<string, string[]>();
    actors.set(actor, ads.set(ad, [...(ads.get(ad) ?? []), team]));
  }
  const persons = [...actors]
    .map(([actor, ads]) => ({
      actor,
      ads: [...ads].map(([ad, teams]) => ({ ad, teams })).sort((a, b) => b.teams.length - a.teams.length),
      teams: [...new Set([...ads.values()].flat())],
    }))
    .sort((a, b) => b.teams.length - a.teams.length || compareCodes(a.ads[0]?.ad ?? '', b.ads[0]?.ad ?? ''));
  return { persons, flags: flags.length, restsOn: judging(played) };
}

/** Controlled ads for which the key accepts every band. */
export function notKnowableOf(
  played: readonly TeamWithResult[],
  { truth }: Answers,
  accepted: ReadonlyMap<string, readonly Band[]>,
): { readonly ad: string; readonly judgedBy: number }[] {
  const judged = judgedIn(played);
  return truth.ads
    .filter(({ ad, control }) => isSought(control) && accepted.get(ad)?.length === BANDS.length)
    .map(({ ad }) => ({ ad, judgedBy: judged.filter((one) => one.ad === ad).length }));
}

/** Every judgement of the room as a statement of probability, against the truth. */
export function calibrationOf(
  played: readonly TeamWithResult[],
  { truth }: Answers,
): { readonly bins: readonly BoardBin[]; readonly skill?: number } & Resting {
  const sought = new Map(truth.ads.map(({ ad, control }) => [ad, isSought(control)]));
  const judged = judgedIn(played).filter(({ ad }) => sought.has(ad));
  const bins = BANDS.map((band, at): BoardBin => {
    const own = judged.filter((one) => one.band === band);
    const controlled = own.filter(({ ad }) => sought.get(ad)).length;
    return {
      band,
      stated: BAND_PROBABILITIES[at] as number,
      judged: own.length,
      controlled,
      interval: wilsonInterval(controlled, own.length),
    };
  });
  const error = sumOf(
    bins.map((bin) => bin.controlled * (1 - bin.stated) ** 2 + (bin.judged - bin.controlled) * bin.stated ** 2),
  );
  const skill =
    judged.length > 0
      ? probabilitySkill(error / judged.length, sumOf(bins.map(({ controlled }) => controlled)) / judged.length)
      : undefined;
  return { bins, ...(skill !== undefined && { skill }), restsOn: judging(played) };
}
