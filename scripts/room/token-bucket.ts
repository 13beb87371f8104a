/** How much a client may send, in requests or in bytes: at once, and from then on each second. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/**
 * Counts what clients send. `now` is in milliseconds of a clock that only runs forward: with the hour of the machine, a
 * clock that is set back by a day would keep out for a day whoever has used up its share.
 */
export interface Buckets {
  /** False for what is too much; then nothing is counted. `cost` is one request where it is left out. */
  take(client: string, now: number, cost?: number): boolean;
  /** Gives back a part of what was taken. */
  give(client: string, now: number, cost: number): void;
  /** True while not even one more is left to the client. */
  isEmpty(client: string, now: number): boolean;
}

/** Maximum number of clients kept; the least recently seen are dropped first. */
const MAX_CLIENTS = 2_000;

export function createBuckets({ burst, perSecond }: Rate): Buckets {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const left = (client: string, now: number) => {
    const { tokens, at } = buckets.get(client) ?? { tokens: burst, at: now };
    return Math.min(burst, tokens + (Math.max(0, now - at) / 1000) * perSecond);
  };
  function put(client: string, now: number, tokens: number): void {
    buckets.delete(client);
    buckets.set(client, { tokens, at: now });
    const [oldest] = buckets.keys();
    if (buckets.size > MAX_CLIENTS && oldest !== undefined) buckets.delete(oldest);
  }
  return {
    take(client, now, cost = 1) {
      const tokens = left(client, now);
      const isEnough = tokens >= cost;
      put(client, now, isEnough ? tokens - cost : tokens);
      return isEnough;
    },
    give: (client, now, cost) => put(client, now, Math.min(burst, left(client, now) + cost)),
    isEmpty: (client, now) => left(client, now) < 1,
  };
}
