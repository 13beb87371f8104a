import type { ScoreContext, ScorePart } from '#case/exercise/model/exercise-kind.ts';
import type { PolicyName } from '#case/reference-players/use-cases/policy-names.ts';
import type { Table } from '#case/reference-players/use-cases/table.ts';
import { deriveKey } from '#kinds/detection/model/derive-key.ts';
import {
  type AnsweredBand,
  type Certainty,
  type DetectionAction,
  type DetectionResponse,
  playDetection,
} from '#kinds/detection/model/play.ts';
import type { Harm } from '#kinds/detection/model/points.ts';
import { scoreDetection } from '#kinds/detection/model/score.ts';
import { DETECTION_PLAYERS } from '#kinds/detection/use-cases/players.ts';
import type { GroundTruth } from '#market/ads/model/ground-truth.ts';
import type { Market } from '#market/ads/model/market.ts';
import { prevalenceOf } from '#market/ads/use-cases/prevalence-of.ts';
import { NOW } from './a-market.ts';
import { LIBRARY } from './the-library.ts';

const { catalogue } = LIBRARY;

/** A reader of a whole market, whose acts are scored as in the case. */
export function aReaderOf({ market, truth }: { market: Market; truth: GroundTruth }, budget?: number, harm?: Harm) {
  const prevalence = prevalenceOf(market);
  const key = deriveKey(truth, prevalence);
  const ratios = new Map(Object.entries(truth.weights));
  const context: ScoreContext = { market, world: [], evidence: [1] };

  const after = (actions: readonly DetectionAction[]): DetectionResponse =>
    actions.reduce(
      (response, action, n) => playDetection.reduce(response, action as never, { at: NOW, seq: n + 1 }),
      playDetection.empty,
    );
  const score = (actions: readonly DetectionAction[]) =>
    scored(
      scoreDetection(
        after(actions),
        { key, catalogue, ratios, harm, ...(budget !== undefined && { budget }) },
        context,
      ),
    );
  const state = { type: 'exercise', kind: 'detection', brief: { budget } };
  const material = { market, scenario: { states: { market: state } } };
  const table = {
    material,
    answers: { truth, catalogue, prevalence },
    attempt: { state: 'market' },
  } as unknown as Table;

  const playedBy = (policy: PolicyName) => DETECTION_PLAYERS[policy]?.(table) ?? [];

  return {
    key,
    /** The ads that are judged: all but the withheld one. */
    judged: key.filter((ad) => !ad.possibleMinor),
    after,
    score,
    /** Everything that a reference player does here. */
    actionsOf: playedBy,
    /** Scores the reference player, with some more steps after its own. */
    plays: (policy: PolicyName, ...more: readonly DetectionAction[]) => score([...playedBy(policy), ...more]),
    /** Judges every ad as the answer says; undefined leaves an ad alone. */
    judges: (answer: (ad: (typeof key)[number], n: number) => AnsweredBand | undefined, certainty: Certainty = 1) =>
      score(
        key.flatMap((ad, n): DetectionAction[] => {
          const band = answer(ad, n);
          return band === undefined ? [] : [{ type: 'ad.judged', ad: ad.ad, band, certainty }];
        }),
      ),
  };
}

/** A score with its parts by name. */
export function scored(part: ScorePart) {
  return {
    ...part,
    scaled: Object.fromEntries(part.criteria.map(({ id, scaled }) => [id, scaled])),
    raw: Object.fromEntries(part.criteria.map(({ id, raw }) => [id, raw])),
    figure: Object.fromEntries(part.figures.map((figure) => [figure.id, figure])),
  };
}
