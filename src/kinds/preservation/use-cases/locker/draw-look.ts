import type { EXTENTS } from '#kinds/preservation/model/care-actions.ts';
import { drawPage } from '#market/ads/codec/draw-page.ts';
import type { Market } from '#market/ads/model/market.ts';
import type { Served } from '#market/ads/model/serve-ad.ts';

/** Height of a partial picture, in units of a drawing that is 800 wide. */
const SHOWN_HEIGHT = { viewport: 450, cropped: 220 } as const;

/**
 * Draws the picture of a page that is captured at the workbench: the whole page, or the part that a window or a cut-out
 * shows. Pure: the same bytes, mark and extent give the same picture.
 */
export function drawLook(market: Market, served: Served, itemId: string, extent: (typeof EXTENTS)[number]): string {
  const whole = drawPage(served, { notice: market.words.mark, marketId: market.marketId, itemId });
  if (extent === 'full-page') return whole;
  const height = SHOWN_HEIGHT[extent];
  return whole.replace(/ height="\d+" viewBox="0 0 (\d+) \d+"/, ` height="${height}" viewBox="0 0 $1 ${height}"`);
}
