import type { Market } from '#core/market/market.ts';
import type { Served } from '#core/market/serve-ad.ts';
import type { EXTENTS } from '#core/preservation/care-actions.ts';
import { drawPage } from '#formats/visual/draw-page.ts';

/** How many units of a picture 800 wide a capture of less than the whole page shows. */
const SHOWN_HEIGHT = { viewport: 450, cropped: 220 } as const;

/**
 * The look of a page as it is captured at the bench: the whole drawing, or the part of it that a window or a cut shows.
 * Pure: the same bytes, mark and extent give the same picture.
 */
export function drawLook(market: Market, served: Served, itemId: string, extent: (typeof EXTENTS)[number]): string {
  const whole = drawPage(served, { notice: market.words.mark, marketId: market.marketId, itemId });
  if (extent === 'full-page') return whole;
  const height = SHOWN_HEIGHT[extent];
  return whole.replace(/ height="\d+" viewBox="0 0 (\d+) \d+"/, ` height="${height}" viewBox="0 0 $1 ${height}"`);
}
