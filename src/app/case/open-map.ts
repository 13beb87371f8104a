import type { AttemptState } from '#core/attempt/replay-attempt.ts';
import { InvariantError } from '#core/kernel/invariant.ts';
import { deriveMap } from '#core/mapping/derive-map.ts';
import { MARKET_PART, type MarketPart, type PublicPart } from './case-parts.ts';
import type { PartLoader } from './ports.ts';

/** A site as it is. */
export interface TrueSite {
  readonly site: string;
  readonly owner: string | undefined;
  readonly mirrorOf: string | undefined;
  /** Ads that stand there, and how many of them only copy another. */
  readonly volume: number;
  readonly copies: number;
  /** Ads of networks or frauds that stand there, copies left out. */
  readonly sought: number;
  /** How pressing it is to act on the site, from 0 to 3. */
  readonly relevance: number;
}

/** The sites of a mapping exercise as they are, once the case has ended and not before. */
export async function openMap(
  parts: PartLoader,
  { market }: Pick<PublicPart, 'market'>,
  attempt: AttemptState,
): Promise<readonly TrueSite[]> {
  if (!attempt.ended)
    throw new InvariantError('The map is asked for before the case has ended. Play it to an end first.');
  const { truth, owners } = (await parts.load(MARKET_PART)) as MarketPart;
  const { sites, copies } = deriveMap(truth, market, owners);
  return sites.map((site) => ({
    ...site,
    copies: market.ads.filter((ad) => ad.site === site.site && copies.has(ad.id)).length,
  }));
}
