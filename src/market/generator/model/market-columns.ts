import { GROUPED_TRACES, type GroupedTrace } from '#market/ads/model/families.ts';

/** Flags of an ad, one bit each. */
export const FLAG = {
  deleted: 1,
  reposted: 2,
  mirrored: 4,
  stale: 8,
  otherFormat: 16,
} as const;

/** Optional fields, one bit each: set if the field is empty. */
export const EMPTY = { hours: 1, room: 2, picture: 4, payment: 8, languages: 16, origin: 32 } as const;

/**
 * The facts of all ads of a market, one column each, in the order of their index in the market's list: about a
 * hundred bytes per ad, however long its text is. Texts are written from these on demand.
 */
export interface MarketColumns {
  readonly actor: Uint32Array;
  /** The persona that the ad shows; unique in the market, and shared by several ads of one person. */
  readonly persona: Uint32Array;
  readonly type: Uint8Array;
  /** 0 for actors without a tone, else 1 + its index in `TONES`. */
  readonly tone: Uint8Array;
  readonly family: Uint8Array;
  /** Bits over `FamilyPlan.said` and `FamilyPlan.shown`. */
  readonly said: Uint32Array;
  readonly shown: Uint32Array;
  /** 0 if the trace is the persona's own, else the number of the group that shares it. */
  readonly groups: Readonly<Record<GroupedTrace, Uint32Array>>;
  readonly name: Uint16Array;
  readonly other: Uint16Array;
  readonly town: Uint8Array;
  readonly origin: Uint8Array;
  readonly gender: Uint8Array;
  readonly language: Uint8Array;
  readonly empty: Uint8Array;
  /** Price or pay in per cent of the town's median. */
  readonly percent: Uint16Array;
  readonly site: Uint8Array;
  /** Seconds after the market begins. */
  readonly posted: Uint32Array;
  readonly renewals: Uint8Array;
  readonly flags: Uint8Array;
  /** 0 for an open ad, else 1 + the index of the sign in WITHHELD_SIGNS. */
  readonly withheld: Uint8Array;
  /**
   * Number of the master text: the index of its first post. Re-posts of a persona, the ads of a template and copies on a
   * mirror have the number of the text that they repeat.
   */
  readonly master: Uint32Array;
  /** 0 for the first post of a master by this persona, then 1, 2 … in the order of time. */
  readonly nth: Uint8Array;
  /** The whole ad of the master text: its genre, its number in the genre, and the number of its variant. */
  readonly genre: Uint8Array;
  readonly whole: Uint16Array;
  readonly variant: Uint8Array;
  /** Bits over `FamilyPlan.shown` that any ad of the master text shows, and those that all of them show. */
  readonly anyShown: Uint32Array;
  readonly allShown: Uint32Array;
  /** Who wrote the text: the persona, somebody who writes for several, or the writer of a template. */
  readonly author: Uint32Array;
  /** Whose facts the text tells: the persona, or the first one of a template. */
  readonly told: Uint32Array;
  /** What the ad is for, by its number in `PURPOSES`. */
  readonly purpose: Uint8Array;
}

/** Columns of 4 bytes, of 2 bytes, and of 1 byte. */
const COLUMNS_OF_4_BYTES = 10 + GROUPED_TRACES.length;
const COLUMNS_OF_2_BYTES = 4;
const COLUMNS_OF_1_BYTE = 16;

/** Columns for this many ads, all zero, in one buffer: it is faster to allocate, and to free, than forty. */
export function createColumns(ads: number): MarketColumns {
  const buffer = new ArrayBuffer(ads * (COLUMNS_OF_4_BYTES * 4 + COLUMNS_OF_2_BYTES * 2 + COLUMNS_OF_1_BYTE));
  let used = 0;
  const next = (bytes: number) => {
    const from = used;
    used += ads * bytes;
    return from;
  };
  const wide = () => new Uint32Array(buffer, next(4), ads);
  const middle = () => new Uint16Array(buffer, next(2), ads);
  const narrow = () => new Uint8Array(buffer, next(1), ads);
  // From the widest to the narrowest, so that each column is aligned.
  return {
    actor: wide(),
    persona: wide(),
    said: wide(),
    shown: wide(),
    posted: wide(),
    master: wide(),
    anyShown: wide(),
    allShown: wide(),
    author: wide(),
    told: wide(),
    groups: Object.fromEntries(GROUPED_TRACES.map((trace) => [trace, wide()])) as Record<GroupedTrace, Uint32Array>,
    name: middle(),
    other: middle(),
    percent: middle(),
    whole: middle(),
    type: narrow(),
    tone: narrow(),
    nth: narrow(),
    genre: narrow(),
    variant: narrow(),
    purpose: narrow(),
    family: narrow(),
    town: narrow(),
    origin: narrow(),
    gender: narrow(),
    language: narrow(),
    empty: narrow(),
    site: narrow(),
    renewals: narrow(),
    flags: narrow(),
    withheld: narrow(),
  };
}
