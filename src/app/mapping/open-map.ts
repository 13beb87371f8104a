import { MARKET_PART, type PublicPart } from '#app/case/case-parts.ts';
import { loadKeyPart } from '#app/case/load-key-part.ts';
import type { PartLoader } from '#app/case/ports.ts';
import type { AttemptState } from '#core/attempt/replay-attempt.ts';
import { InvariantError } from '#core/kernel/invariant.ts';
import type { Codes } from '#core/mapping/code-agreement.ts';
import { deriveMap } from '#core/mapping/derive-map.ts';
import { codedExercises } from './coded-exercises.ts';

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

/** What a mapping exercise asked for, as it is. */
export interface TrueMap {
  readonly sites: readonly TrueSite[];
  /** Only where ads were coded: the signs, what the pages show of them, and what the second coder wrote. */
  readonly coding?: { readonly signs: readonly string[]; readonly planted: Codes; readonly second: Codes };
}

/** The market of a mapping exercise as it is, once the case has ended and not before. */
export async function openMap(
  parts: PartLoader,
  { market, scenario }: Pick<PublicPart, 'market' | 'scenario'>,
  attempt: AttemptState,
  exercise: string,
): Promise<TrueMap> {
  if (!attempt.ended)
    throw new InvariantError('The map is asked for before the case has ended. Play it to an end first.');
  const { truth, owners } = await loadKeyPart(parts, { market, scenario }, MARKET_PART, 'key-market/1');
  const asked = codedExercises(scenario).find(([state]) => state === exercise);
  const { sites, copies, coding } = deriveMap(truth, market, owners, asked && { coding: asked[1] });
  return {
    sites: sites.map((site) => ({
      ...site,
      copies: market.ads.filter((ad) => ad.site === site.site && copies.has(ad.id)).length,
    })),
    ...(coding && { coding }),
  };
}
