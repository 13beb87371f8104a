import { marketFiles } from '#app/market/market-files.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import type { MarketOrder } from '#core/market-generator/drawn-market.ts';

/** The files of both halves of a market, by path from its folder. */
export type MarketFiles = ReadonlyMap<string, string>;

/** Writes all files of a market in memory; a market of a bench has a few megabytes. */
export function filesOf(order: MarketOrder): MarketFiles {
  const files = new Map<string, string>();
  for (const { file, text } of marketFiles(order)) files.set(file, (files.get(file) ?? '') + text);
  return files;
}

/** SHA-256 of each file, by path. */
export const digestsOf = (files: MarketFiles): Record<string, string> =>
  Object.fromEntries([...files].map(([file, text]) => [file, sha256Hex(text)]));
