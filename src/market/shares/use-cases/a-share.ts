import type { MarketHeader, TruthHeader } from '#market/documents/model/header-schemas.ts';
import type { ShareManifest } from '#market/documents/model/share-schemas.ts';

/** One share of a market, as its three documents name it. Its data is read in chunks, when it is needed. */
export interface Share {
  /** Name of its folder, as the user gave it. */
  readonly name: string;
  readonly manifest: ShareManifest;
  readonly market: MarketHeader;
  readonly truth: TruthHeader;
}

/** Reads a file of a share, by its path in the folder of the share: chunks of any length, each in memory of its own. */
export type ReadChunks = (share: Share, path: string) => Iterable<Uint8Array>;
