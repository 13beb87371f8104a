import { type Buckets, createBuckets, type Rate } from './token-bucket.ts';

/** Requests that a client may send. A file of the site counts as one; whole sites are read at the beginning. */
export interface RoomRates {
  readonly files: Rate;
  /** Of one address, for all that is no file: teams behind one router share it. */
  readonly address: Rate;
  readonly team: Rate;
  /** Bytes that messages of one team add to the log: a whole attempt has some hundred thousand. */
  readonly written: Rate;
  /**
   * Bytes of one team that the room reads and then does not write, because they are refused or were sent before: reading
   * them keeps all others waiting.
   */
  readonly refused: Rate;
  /** New teams of one address: a group behind one router joins at once. */
  readonly joined: Rate;
  /** Wrong room words and codes of one address. */
  readonly guesses: Rate;
  /** Wrong codes of one team, from whatever address. */
  readonly codes: Rate;
}

export const ROOM_RATES: RoomRates = {
  files: { burst: 6_000, perSecond: 600 },
  address: { burst: 600, perSecond: 200 },
  team: { burst: 80, perSecond: 10 },
  written: { burst: 4_000_000, perSecond: 500 },
  refused: { burst: 512_000, perSecond: 4_000 },
  joined: { burst: 16, perSecond: 0.5 },
  guesses: { burst: 20, perSecond: 0.2 },
  codes: { burst: 20, perSecond: 0.1 },
};

/** One set of buckets for each rate. */
export const bucketsOf = (rates: RoomRates): Readonly<Record<keyof RoomRates, Buckets>> => ({
  files: createBuckets(rates.files),
  address: createBuckets(rates.address),
  team: createBuckets(rates.team),
  written: createBuckets(rates.written),
  refused: createBuckets(rates.refused),
  joined: createBuckets(rates.joined),
  guesses: createBuckets(rates.guesses),
  codes: createBuckets(rates.codes),
});
