import type { Instant } from '#kernel/model/instant.ts';
import type { PreservationResponse } from '#kinds/preservation/model/play.ts';
import type { KeptPage } from './kept-page.ts';

/** The site's answer that a page is there. */
const STANDING = 200;

/**
 * Ads of whose page there is a picture and, in the locker, no capture. A picture of the answer that a page is gone is no
 * picture of the page. Nothing here knows a key.
 */
export function lonePictures(
  { acts, items }: PreservationResponse,
  see: (ad: string, at: Instant) => Pick<KeptPage, 'served'>,
): string[] {
  const deleted = acts.flatMap((act) => (act.type === 'item.deleted' ? [act.item] : []));
  const captured = items.filter(({ item, status }) => status === STANDING && !deleted.includes(item));
  const pictured = acts.flatMap((act) =>
    act.type === 'look.captured' && see(act.ad, act.at).served.status === STANDING ? [act.ad] : [],
  );
  return [...new Set(pictured)].filter((ad) => captured.every((item) => item.ad !== ad));
}
