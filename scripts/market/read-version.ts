import { type DrawMarket, drawMarket } from '#market/generator/model/draw-market.ts';
import { VERSION_7 } from '#market/generator/model/version-7.ts';
import { drawMarket8 } from '#market/generator-8/model/draw-market.ts';
import { GENERATOR_VERSION_8 } from '#market/generator-8/model/generator-version-8.ts';
import { badArgument } from '../command/command-line.ts';

/** The version that `--generator` means where it is left out. */
export const SHIPPED_VERSION = String(VERSION_7.number);

/** A version of the generator that the command can write. */
export interface Version {
  readonly number: number;
  readonly draw: DrawMarket;
}

const VERSIONS: readonly Version[] = [
  { number: VERSION_7.number, draw: drawMarket },
  { number: GENERATOR_VERSION_8, draw: drawMarket8 },
];

/** The version of `--generator`; with `isShare` one whose shares can be joined. */
export function readVersion(generator: string, isShare: boolean): Version {
  const version =
    VERSIONS.find(({ number }) => String(number) === generator) ??
    badArgument(
      `--generator ${generator}: there is no such version. Known: ${VERSIONS.map(({ number }) => number).join(', ')}.`,
    );
  if (isShare && version.number !== VERSION_7.number)
    badArgument(
      `--generator ${generator} and --districts: join-shares joins shares of version ${VERSION_7.number} alone.`,
    );
  return version;
}
