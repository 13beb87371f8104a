import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TRACK, type TrackName } from '#bench/markets/model/tracks.ts';
import { compareCodes } from '#kernel/model/compare-codes.ts';
import { PUBLIC } from '#market/documents/use-cases/market-files.ts';
import type { MarketFiles } from './market-on-disk.ts';

/** The files of one run of a tool, in a folder of their own. */
export interface ToolFiles {
  /** Paths by the name that stands for them in a command. */
  readonly paths: Readonly<Record<string, string>>;
  readonly out: string;
  /** Deletes the folder. */
  readonly remove: () => void;
}

/**
 * Writes what a track hands out of a market, and nothing else, into a new folder: all ads in one file, and where the
 * track has records, these in another. The head of the market no longer names the files
 * of the public half.
 */
export function writeToolFiles(files: MarketFiles, track: TrackName): ToolFiles {
  const folder = mkdtempSync(join(tmpdir(), 'checkathon-bench-'));
  const write = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const joined = (kind: 'ads' | 'records') =>
    Buffer.concat(
      [...files]
        .filter(([name]) => name.startsWith(`${PUBLIC}/${kind}-`) && name.endsWith('.ndjson'))
        .sort(([a], [b]) => compareCodes(a, b))
        .map(([, bytes]) => bytes),
    );
  const text = new TextDecoder().decode(files.get(`${PUBLIC}/market.json`));
  const { files: _, ...head } = JSON.parse(text) as Record<string, unknown>;
  const paths = {
    head: write('market.json', `${JSON.stringify(head, null, 2)}\n`),
    ads: write('ads.ndjson', joined('ads')),
    ...(TRACK[track].reach === 'records' && { records: write('records.ndjson', joined('records')) }),
  };
  return {
    paths,
    out: join(folder, 'predictions.csv'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
