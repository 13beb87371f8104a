/** How much a client may send, in requests or in bytes: at once, and from then on each second. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Counts what clients send. */
export interface Buckets {
  /** False for what is too much; then nothing is counted. `cost` is one request where it is left out. */
  take(client: string, now: number, cost?: number): boolean;
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
  return {
    take(client, now, cost = 1) {
      const tokens = left(client, now);
      const isEnough = tokens >= cost;
      buckets.delete(client);
      buckets.set(client, { tokens: isEnough ? tokens - cost : tokens, at: now });
      const [oldest] = buckets.keys();
      if (buckets.size > MAX_CLIENTS && oldest !== undefined) buckets.delete(oldest);
      return isEnough;
    },
    isEmpty: (client, now) => left(client, now) < 1,
  };
}
