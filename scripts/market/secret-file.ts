import { randomBytes } from 'node:crypto';
import { readText } from '#kernel/node/read-file.ts';
import { writeOnce } from '#kernel/node/write-once.ts';
import type { MarketOrder } from '#market/generator/model/drawn-market.ts';
import { orFail } from '../command/command-line.ts';

/** What a hidden market is drawn from: 128 bits each for the seed and for the id of the market. */
export type MarketSecret = Required<Pick<MarketOrder, 'seed' | 'secret'>>;

const MAX_BYTES = 1_000;
const DIGITS = /^[0-9a-f]{32}$/;

export const drawSecret = (): MarketSecret => ({
  seed: randomBytes(16).toString('hex'),
  secret: randomBytes(16).toString('hex'),
});

/**
 * Reads the secret of a hidden market from a file, so that several processes write shares of one market. Where there is
 * no file, one is written with a new secret. Undefined if the file holds anything else.
 */
export function readOrDrawSecret(path: string, from: string): MarketSecret | undefined {
  orFail(writeOnce(path, `${Object.values(drawSecret()).join('\n')}\n`, from));
  const lines = orFail(readText(path, MAX_BYTES, from))
    .trimEnd()
    .split(/\r?\n/);
  const [seed, secret] = lines;
  return lines.length === 2 && seed && secret && lines.every((line) => DIGITS.test(line))
    ? { seed, secret }
    : undefined;
}
