import { canonicalJson, type Json } from '#kernel/model/canonical-json.ts';
import { required } from '#kernel/model/invariant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import type { Project } from '#library/project/use-cases/load-project.ts';
import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';

const SEEDS = ['42', '1337', '1211'];
const UNTIL = '2031-03-12T09:00:00Z';

/** SHA-256 over the canonical JSON of each half of a market, by seed or case. */
export interface Golden {
  readonly generatorVersion: number;
  readonly markets: Readonly<Record<string, { readonly market: string; readonly truth: string }>>;
}

const digest = (value: unknown) => sha256Hex(canonicalJson(value as Json));

/** The digests of the current generator. */
export function goldenOf({ library, cases }: Project): Golden {
  const { profiles, ...words } = library;
  const seeded = [...profiles.values()].flatMap((profile) =>
    SEEDS.map((seed) => {
      const order = { ...words, profile, size: 'practice', prevalence: 'PRACTICE', seed, until: UNTIL } as const;
      return [`${profile.id} seed ${seed}`, generateMarket(order, { records: true })] as const;
    }),
  );
  const shipped = cases.map(({ source, market, answers }) => {
    return [`case ${source.id}`, { market, truth: required(answers, `answers of ${source.id}`).truth }] as const;
  });
  const markets = [...seeded, ...shipped].map(
    ([name, { market, truth }]) => [name, { market: digest(market), truth: digest(truth) }] as const,
  );
  return { generatorVersion: GENERATOR_VERSION, markets: Object.fromEntries(markets) };
}
