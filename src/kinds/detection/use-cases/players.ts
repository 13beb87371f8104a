import { everyOther } from '#case/reference-players/use-cases/every-other.ts';
import type { PlayersOf } from '#case/reference-players/use-cases/players.ts';
import type { Table } from '#case/reference-players/use-cases/table.ts';
import { deriveKey } from '#kinds/detection/model/derive-key.ts';
import { DETECTION } from '#kinds/detection/model/kind.ts';
import type { AnsweredBand, Certainty, DetectionAction } from '#kinds/detection/model/play.ts';
import { relevanceOf } from '#kinds/detection/model/score-queue.ts';
import { freeMark, markedText } from '#kinds/detection/model/stretch.ts';
import { isSought } from '#market/ads/model/actor-types.ts';
import { readHonestly } from './honest-reader.ts';

/** Minimum number of visible signs at which the counting player flags an ad. */
const MIN_FLAGS = 2;

/** Knows the truth, marks what can be known and is sure of it. */
export function detectAsOracle(table: Table): DetectionAction[] {
  const { truth, prevalence } = table.answers;
  const key = deriveKey(truth, prevalence);
  const read = key.flatMap((ad): DetectionAction[] => {
    if (ad.possibleMinor) return [{ type: 'card.escalated', ad: ad.ad }];
    const controlled = isSought(ad.control) && !ad.notKnowable;
    const marks = controlled
      ? ad.labels
          .filter(({ kind }) => kind === 'sign')
          .map(({ at, indicator }): DetectionAction => ({ type: 'ad.marked', ad: ad.ad, at, indicator }))
      : [];
    const band = controlled ? 'urgent' : 'check';
    return [...marks, { type: 'ad.judged', ad: ad.ad, band, certainty: 3 }];
  });
  if (DETECTION.briefOf(table.material.scenario, table.attempt.state).budget === undefined) return read;
  const pressing = key
    .filter((ad) => isSought(ad.control) && !ad.possibleMinor && !ad.notKnowable)
    .sort((a, b) => relevanceOf(b) - relevanceOf(a));
  return [...read, ...pressing.map(({ ad }, place): DetectionAction => ({ type: 'queue.placed', ad, place }))];
}

/** Judges every ad by the number of signs planted in it, and by nothing else. */
export function judgeAll(
  { answers: { truth } }: Pick<Table, 'answers'>,
  band: (signs: number) => AnsweredBand,
  certainty: Certainty = 3,
): DetectionAction[] {
  return truth.ads
    .filter((ad) => !ad.possibleMinor)
    .map(({ ad, labels }) => ({
      type: 'ad.judged',
      ad,
      band: band(labels.filter(({ kind }) => kind !== 'cue').length),
      certainty,
    }));
}

/** Judges by the number of red flags, with full certainty. */
export const countFlags = (table: Table) => judgeAll(table, (signs) => (signs >= MIN_FLAGS ? 'prioritise' : 'none'));

/** Marks the whole text of every ad, once for each sign that one ad can show. */
export function selectAllText({ material: { market }, answers: { catalogue } }: Table): DetectionAction[] {
  const signs = [...catalogue.values()].filter(({ kind, singleAd }) => kind === 'sign' && singleAd);
  return market.ads.flatMap(({ id, versions }) => {
    const text = markedText(versions.at(-1)?.sentences ?? []);
    if (text === '') return [];
    return signs.map(
      ({ id: indicator }): DetectionAction => ({ type: 'ad.marked', ad: id, at: freeMark(0, text.length), indicator }),
    );
  });
}

/** What the reference players do in a detection exercise. */
export const DETECTION_PLAYERS: PlayersOf<DetectionAction> = {
  oracle: detectAsOracle,
  'flag-all': (table) => judgeAll(table, () => 'urgent'),
  'flag-none': (table) => judgeAll(table, () => 'none'),
  'count-flags': countFlags,
  'select-all-text': selectAllText,
  honest: (table) => readHonestly(table),
  'half-diligent': (table) => everyOther(detectAsOracle(table)),
  'always-c3': (table) => readHonestly(table, 3),
  // These two fail at preservation only; in detection they act as the oracle does.
  'screenshot-only': detectAsOracle,
  'notify-first': detectAsOracle,
};
