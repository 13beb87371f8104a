/** How many requests a client may send: at once, and from then on each second. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Counts requests by client. `take` is false for a request that is one too many. */
export interface Buckets {
  take(client: string, now: number): boolean;
}

/** Most clients that are remembered; those that were silent longest are forgotten first. */
const MOST_CLIENTS = 2_000;

export function createBuckets({ burst, perSecond }: Rate): Buckets {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    take(client, now) {
      const known = buckets.get(client) ?? { tokens: burst, at: now };
      const tokens = Math.min(burst, known.tokens + (Math.max(0, now - known.at) / 1000) * perSecond);
      buckets.delete(client);
      buckets.set(client, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
      const [oldest] = buckets.keys();
      if (buckets.size > MOST_CLIENTS && oldest !== undefined) buckets.delete(oldest);
      return tokens >= 1;
    },
  };
}
