import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import { type DrawMarket, drawMarket } from '#market/generator/model/draw-market.ts';
import { drawMarket8 } from '#market/generator-8/model/draw-market.ts';
import { GENERATOR_VERSION_8 } from '#market/generator-8/model/generator-version-8.ts';
import { badArgument } from '../command/command-line.ts';
import { shippedPosts } from '../command/shipped-posts.ts';

/** Draws markets by one version of the generator. */
export interface Drawing {
  readonly number: number;
  readonly draw: DrawMarket;
}

/** The version that ships. */
export const SHIPPED: Drawing = { number: GENERATOR_VERSION, draw: drawMarket };

/** The next version, with the posts of practice. */
export function nextVersion(): Drawing {
  const posts = shippedPosts('practice');
  return { number: GENERATOR_VERSION_8, draw: (order, part) => drawMarket8({ posts, ...order }, part) };
}

/** The version that an option asks for. Exits with 2 for another one. */
export function drawingOf(generator: string): Drawing {
  if (generator === String(GENERATOR_VERSION)) return SHIPPED;
  return generator === String(GENERATOR_VERSION_8)
    ? nextVersion()
    : badArgument(`--generator ${generator}: there are ${GENERATOR_VERSION} and ${GENERATOR_VERSION_8}.`);
}
