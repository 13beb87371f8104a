import type { KeyVersion } from '#case/parts/use-cases/case-parts.ts';

/** A seed with fewer signs can be found by trying, and whoever has the seed can make the answers again. */
export const MIN_SEED_LENGTH = 16;

/**
 * The shipped case that has the text or the market of a case; undefined where none has. Its answers are public in the
 * source, so sealing those of the case would hide nothing.
 */
export const publicAlready = <Shipped extends KeyVersion>(
  { scenarioHash, marketId }: KeyVersion,
  shipped: readonly Shipped[],
): Shipped | undefined => shipped.find((one) => one.scenarioHash === scenarioHash || one.marketId === marketId);

/** True where the seed of a market can be guessed: it is short, or it is the id of the case, which stands in the file. */
export const isGuessable = (seed: string, id: string): boolean => seed.length < MIN_SEED_LENGTH || seed === id;
