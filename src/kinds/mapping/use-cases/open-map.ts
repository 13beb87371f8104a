import type { AttemptState } from '#case/attempt/model/replay-attempt.ts';
import { MARKET_PART, type PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { loadKeyPart } from '#case/play/use-cases/load-key-part.ts';
import { InvariantError } from '#kernel/model/invariant.ts';
import type { PartLoader } from '#kernel/model/part-loader.ts';
import type { Codes } from '#kinds/mapping/model/code-agreement.ts';
import { codedExercises } from '#kinds/mapping/model/coded-exercises.ts';
import { deriveMap } from '#kinds/mapping/model/derive-map.ts';

/** The truth about a site. */
export interface TrueSite {
  readonly site: string;
  readonly owner: string | undefined;
  readonly mirrorOf: string | undefined;
  /** Number of its ads, and how many of them are copies of another ad. */
  readonly volume: number;
  readonly copies: number;
  /** Number of its ads by networks or frauds, without copies. */
  readonly sought: number;
  /** Priority of the site, from 0 to 3. */
  readonly relevance: number;
}

/** The truth about everything that a mapping exercise asks for. */
export interface TrueMap {
  readonly sites: readonly TrueSite[];
  /** Only with a coding task: the signs, the true codes, and the second coder's codes. */
  readonly coding?: { readonly signs: readonly string[]; readonly planted: Codes; readonly second: Codes };
}

/** Opens the true map of a mapping exercise, only once the case has ended. */
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
