import { stream } from '#kernel/model/rng.ts';
import type { GroundTruth } from '#market/ads/model/ground-truth.ts';
import type { Market } from '#market/ads/model/market.ts';
import { drawLedger } from './draw-ledger.ts';
import type { Ledger } from './ledger.ts';
import { castLedger } from './ledger-cast.ts';
import { WORKED_LEDGER } from './worked-ledger.ts';

/** The source of the payments of an exercise: the worked ledger, or one drawn with the actors of the market. */
export const LEDGER_SOURCES = ['worked', 'drawn'] as const;
export type LedgerSource = (typeof LEDGER_SOURCES)[number];

/** Both halves of the ledger of an exercise. The secret half follows from the truth of the market alone. */
export function ledgerOf(
  source: LedgerSource,
  market: Pick<Market, 'from'>,
  truth: Pick<GroundTruth, 'seed' | 'actors' | 'ads'>,
): Ledger {
  if (source === 'worked') return WORKED_LEDGER;
  const cast = castLedger(truth, stream(truth.seed, 'ledger cast'));
  return drawLedger({ seed: truth.seed, cast, from: market.from });
}
