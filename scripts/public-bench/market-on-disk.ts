import { sha256Hex } from '#kernel/model/sha256.ts';
import { marketFiles } from '#market/documents/use-cases/market-files.ts';
import type { MarketOrder } from '#market/generator/model/drawn-market.ts';

/** The bytes of the files of both halves of a market, by path from its folder. */
export type MarketFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Makes all files of a market of the bench in memory: a few megabytes. Cards that may concern a minor are in no file of the
 * public half, since no tool is asked about them.
 */
export function filesOf(order: MarketOrder): MarketFiles {
  const parts = new Map<string, Uint8Array[]>();
  for (const { file, bytes } of marketFiles(order, { leavesOutCards: true }))
    parts.set(file, [...(parts.get(file) ?? []), bytes]);
  return new Map([...parts].map(([file, own]) => [file, Buffer.concat(own)]));
}

/** SHA-256 of each file, by path. */
export const digestsOf = (files: MarketFiles): Record<string, string> =>
  Object.fromEntries([...files].map(([file, bytes]) => [file, sha256Hex(bytes)]));
