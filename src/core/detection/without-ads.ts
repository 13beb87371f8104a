import type { DetectionResponse } from './play.ts';

/** What was answered, as if these ads had not been in the market: no mark, no judgement and no place in the queue is left. */
export function withoutAds(response: DetectionResponse, left: ReadonlySet<string>): DetectionResponse {
  const others = (ads: readonly string[]) => ads.filter((ad) => !left.has(ad));
  return {
    opened: others(response.opened),
    marks: response.marks.filter(({ ad }) => !left.has(ad)),
    judgements: Object.fromEntries(Object.entries(response.judgements).filter(([ad]) => !left.has(ad))),
    escalated: others(response.escalated),
    logged: others(response.logged),
    queue: others(response.queue),
  };
}
