import type { ExerciseHandled } from '#case/exercise/model/handled.ts';
import { openAds } from '#case/exercise/model/time-span.ts';
import type { DetectionResponse } from './play.ts';
import type { DetectionBrief } from './schemas.ts';

/** Judged ads, places of the queue where there is one, and withheld cards that were passed on or noted. */
export const DETECTION_HANDLED: ExerciseHandled = {
  handledIn(response, brief, market) {
    const { judgements, queue, escalated, logged } = response as DetectionResponse;
    const { budget } = brief as DetectionBrief;
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
};
