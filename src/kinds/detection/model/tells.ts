import type { AdVerdict } from '#case/exercise/model/exercise-kind.ts';
import type { KindTells } from '#case/exercise/model/kind-tells.ts';
import { openAds } from '#case/exercise/model/time-span.ts';
import type { DetectionKind } from './kind.ts';
import { type AnsweredBand, countedBand, isFlag } from './play.ts';

const verdictOf = (band: AnsweredBand): AdVerdict => ({ flagged: isFlag(band), leftAlone: band === 'none' });

/** Judged ads with their bands. Handled are judged ads, places of the queue where there is one, and withheld cards that were passed on or noted. */
export const DETECTION_TELLS: KindTells<DetectionKind> = {
  tell: ({ judgements, queue, escalated, logged }) => ({
    judged: new Map(Object.entries(judgements).map(([ad, { band }]) => [ad, verdictOf(band)])),
    bands: new Map(Object.entries(judgements).map(([ad, judged]) => [ad, countedBand(judged)])),
    handled({ budget }, market) {
      const ads = openAds(market);
      const cards = market.ads.filter(({ withheld }) => withheld);
      const judged = ads.filter(({ id }) => Object.hasOwn(judgements, id)).length;
      const met = cards.filter(({ id }) => escalated.includes(id) || logged.includes(id)).length;
      return [
        { id: 'detection.ads', n: judged, of: ads.length },
        ...(budget === undefined ? [] : [{ id: 'detection.queue', n: Math.min(queue.length, budget), of: budget }]),
        ...(cards.length > 0 ? [{ id: 'detection.cards', n: met, of: cards.length }] : []),
      ];
    },
  }),
};
