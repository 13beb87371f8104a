import type { PredictionRow } from '#bench/predictions/model/schemas.ts';
import type { Ad } from '#market/ads/model/market.ts';
import { announcedShare } from '#market/generator/model/announced-share.ts';
import { type Reach, readMarketIdeally } from '#market/generator/model/ideal-reader.ts';
import { ratiosOf } from '#market/generator/model/truth-at.ts';
import { posterior, weighEvidence } from '#market/signs/model/weigh-evidence.ts';
import type { BenchMarket } from './bench-market.ts';
import { fitLine } from './fit-line.ts';
import { learnNGrams } from './learn-n-grams.ts';
import { learnShares } from './learned-shares.ts';
import { linkComponents } from './link-components.ts';
import { nGramsOf } from './n-grams.ts';
import { signsWithinReach } from './signs-within-reach.ts';
import type { ShownBeside } from './tracks.ts';

/** Says of each open ad of a market what a tool would say of it; learns when it is first asked. */
export type BenchReader = (market: BenchMarket) => PredictionRow[];

/** The readers that a tool is shown beside. */
export type Readers = Readonly<Record<ShownBeside, BenchReader>>;

/** Signs of an ad, and accounts of a group, from which on more make no difference. */
const MANY_SIGNS = 6;
const MANY_ACCOUNTS = 8;

/**
 * The baselines and the ceiling for markets of one profile. What they learn they learn from open markets of the same
 * profile, which are drawn when the first of them is asked. `signs` and `weights` are told which signs an ad shows; `n-grams` and `links` read the public files; the
 * ceiling knows all chances of the generator.
 */
export function learnReaders(trainMarkets: () => readonly BenchMarket[], reach: Reach): Readers {
  let drawn: readonly BenchMarket[] | undefined;
  const train = () => {
    drawn ??= trainMarkets();
    return drawn;
  };
  return {
    signs: lazily(() => learnSigns(train(), reach)),
    weights: weighSigns(reach),
    'n-grams': lazily(() => learnWords(train())),
    links: lazily(() => learnLinks(train())),
    texts: joinTexts,
    ceiling: (market) => {
      const posteriors = readMarketIdeally(market.drawn, reach);
      return market.open.map((at) => ({ ad: market.idOf(at), probability: posteriors[at] as number }));
    },
  };
}

function lazily(learn: () => BenchReader): BenchReader {
  let learned: BenchReader | undefined;
  return (market) => {
    learned ??= learn();
    return learned(market);
  };
}

/** The number of signs, and how often ads with so many were sought. */
function learnSigns(train: readonly BenchMarket[], reach: Reach): BenchReader {
  const countAt = ({ drawn }: BenchMarket, at: number) => {
    const { catalogue } = drawn.order;
    return [...signsWithinReach(drawn, at, reach)].filter((id) => catalogue.get(id)?.kind === 'sign').length;
  };
  const shares = learnShares(
    train.flatMap((market) => market.open.map((at, n) => [countAt(market, at), market.sought[n] === true] as const)),
    MANY_SIGNS,
  );
  return (market) => market.open.map((at) => ({ ad: market.idOf(at), probability: shares(countAt(market, at)) }));
}

/** The likelihood ratios of the catalogue for this profile, at the announced share of controlled ads. */
function weighSigns(reach: Reach): BenchReader {
  return (market) => {
    const { order } = market.drawn;
    const { catalogue } = order;
    const ratios = ratiosOf(market.drawn);
    const share = announcedShare(order) / 100;
    return market.open.map((at) => {
      const ratio = weighEvidence(signsWithinReach(market.drawn, at, reach), catalogue, ratios);
      return { ad: market.idOf(at), probability: posterior(ratio, share) };
    });
  };
}

/** Words and runs of characters of title and text, by logistic regression; the last third makes them a probability. */
function learnWords(train: readonly BenchMarket[]): BenchReader {
  const textsOf = (market: BenchMarket) => market.open.map((at) => nGramsOf(textOf(market.ad(at))));
  const taught = Math.max(1, Math.floor((2 * train.length) / 3));
  const [first, rest] = [train.slice(0, taught), train.slice(taught)];
  const worth = learnNGrams(
    first.flatMap(textsOf),
    first.flatMap(({ sought }) => sought),
  );
  const asChance = fitLine(
    rest.flatMap((market) => textsOf(market).map(worth)),
    rest.flatMap(({ sought }) => sought),
  );
  return (market) =>
    textsOf(market).map((text, n) => ({
      ad: market.idOf(market.open[n] as number),
      probability: asChance(worth(text)),
    }));
}

const textOf = ({ title, versions }: Ad) => [title, ...(versions.at(-1)?.sentences ?? [])].join('\n');

/** Words from which on a line is rarely written twice by chance. */
const MIN_WORDS = 5;

/** Lines of an ad as they are written, but for figures. */
const linesOf = ({ versions }: Ad): string[] =>
  (versions.at(-1)?.sentences ?? [])
    .map((line) => line.toLowerCase().replaceAll(/\d+/g, '0').trim())
    .filter((line) => line.split(/\s+/).length >= MIN_WORDS);

/** Groups of ads with a line in common. It says nothing of how likely an ad is sought. */
function joinTexts(market: BenchMarket): PredictionRow[] {
  const ads = market.open.map((at) => market.ad(at));
  const { group } = linkComponents(ads, linesOf);
  return market.open.map((at, n) => ({ ad: market.idOf(at), probability: 0, cluster: `text-${group[n]}` }));
}

/** Groups of ads that share a trace, and how often ads in a group of so many accounts were sought. */
function learnLinks(train: readonly BenchMarket[]): BenchReader {
  const componentsOf = ({ open, ad }: BenchMarket) => linkComponents(open.map((at) => ad(at)));
  const shares = learnShares(
    train.flatMap((market) => {
      const { accounts } = componentsOf(market);
      return accounts.map((count, n) => [count, market.sought[n] === true] as const);
    }),
    MANY_ACCOUNTS,
  );
  return (market) => {
    const { group, accounts } = componentsOf(market);
    return market.open.map((at, n) => ({
      ad: market.idOf(at),
      probability: shares(accounts[n] as number),
      cluster: `group-${group[n]}`,
    }));
  };
}
