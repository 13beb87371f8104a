import type { PicturedPage } from '#case/exercise/model/exercise-kind.ts';
import { serveAd } from '#market/ads/model/serve-ad.ts';
import type { PlayableCase } from './case-material.ts';
import type { AttemptState } from './replay-attempt.ts';
import { toldByKinds } from './told-by-kinds.ts';

/** Pictures of pages that the site still served, over all exercises of an attempt, earliest first. */
export function picturedPages(
  material: PlayableCase,
  attempt: Pick<AttemptState, 'responses' | 'world'>,
): PicturedPage[] {
  return toldByKinds(material, attempt)
    .flatMap(([{ pictured = [] }]) => pictured)
    .filter(({ ad, at }) => serveAd(material.market, ad, at, attempt.world).status === 200)
    .sort((a, b) => a.seq - b.seq);
}
