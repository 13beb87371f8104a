import type { DetectionResponse } from './play.ts';

/** The response as if these ads were not in the market: their marks, judgements and places in the queue are removed. */
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
