import type { Bench } from '#bench/markets/model/schemas.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import { badArgument } from '../command/command-line.ts';

/** The profiles that an argument names, with commas between them; all of the bench where it is missing. */
export function readProfiles(written: string | undefined, bench: Bench): MarketProfileId[] {
  const known = Object.keys(bench.profiles) as MarketProfileId[];
  if (written === undefined) return known;
  return written.split(',').map((name) => {
    const id = name.trim().toUpperCase();
    return (
      known.find((profile) => profile === id) ??
      badArgument(`--profile ${written}: there is no market profile ${id}. Known: ${known.join(', ')}.`)
    );
  });
}
