import type { Issue } from '#kernel/model/issue.ts';
import { structureIssue } from './finding.ts';
import type { LintedMarket } from './linted-market.ts';

/** The notice above all invented content, in each language of the screens. */
const NOTICES: readonly string[] = ['SYNTHETIC TRAINING MATERIAL – no real person, place or offer'];

/** C01: a market is marked as synthetic, has its id, and carries the notice that readers see. */
export function checkMarking(market: LintedMarket): Issue[] {
  const { synthetic, marketId, notice } = market;
  const holds: Readonly<Record<string, boolean>> = {
    synthetic: synthetic === true,
    marketId: typeof marketId === 'string' && /^[0-9a-f]{16}$/.test(marketId),
    notice: typeof notice === 'string' && NOTICES.includes(notice),
  };
  return Object.keys(holds)
    .filter((field) => !holds[field])
    .map((field) => structureIssue('C01', [field], { [field]: market[field as keyof LintedMarket] ?? null }));
}
