/** How generated markets look beside figures of real ads that studies print. A comparison of aggregates: it needs no ad. */
import type { Library } from '#library/content/use-cases/load-library.ts';
import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import type { MarketProfile } from '#market/ads/model/schemas.ts';
import { indicatorsAt } from '#market/generator/model/count-signs.ts';
import { drawMarket } from '#market/generator/model/draw-market.ts';
import { CLASSIC_SIGNS } from './figures.ts';
import { measuredMarket, tenth } from './measuring.ts';

const SEEDS = 10;

/** One comparison with what a study printed. */
interface Comparison {
  /** Code of the study in content/sources.yaml. */
  readonly study: string;
  readonly printed: readonly number[];
  readonly found: readonly number[];
  /** In the unit of the figure; of shares, half the sum of the differences in points of a hundred. */
  readonly distance: number;
}

/** The figures of one market profile, over all its open ads. */
export interface Realism {
  readonly ads: number;
  /** Words of a text: at the 5th percentile, the median and the 95th. No study with such a figure was read. */
  readonly words: readonly [number, number, number];
  /** Per cent of ads with none, one, two, three or more of ten classic signs; services only. */
  readonly signs?: Comparison;
  /** Per cent of offers of work with at least one sign or commonplace of lists; jobs only. */
  readonly listed?: Comparison;
  /** Ads for each different text, whatever its case, digits and punctuation. */
  readonly repeated: Comparison;
  /** Ads for each phone, of ads that show one in full. */
  readonly perPhone: Comparison;
}

export interface RealismFile {
  readonly generatorVersion: number;
  readonly seeds: number;
  readonly profiles: Readonly<Record<string, Realism>>;
}

/** @see Giommoni and Ikwu, 2021 (GI21, abstract): per cent of 17,362 ads with 0, 1, 2, 3 or more of ten signs. */
const SIGNS = [19, 58.3, 21.3, 1.7];
/** @see Volodko, Cockbain and Kleinberg, 2020 (VCK20, excerpt): per cent of 430 job ads with at least one sign. */
const LISTED = [98.4];
/** @see Rivas and others, 2024 (RIV24, abstract): ads collected and ads that were left when duplicates were removed. */
const REPEATED = [tenth(5_053_249 / 515_865)];
/** @see Saxena and others, 2023 (IDT23, abstract): 87,595 ads of 5,244 vendors, who were distinguished by linked phones. */
const PER_PHONE = [tenth(87_595 / 5_244)];

/** Measures the field markets of one profile, each with a seed of its own. */
export function realismOf(profile: MarketProfile, library: Library, seeds: number = SEEDS): Realism {
  const ads = Array.from({ length: seeds }, (_, n) => openAds(profile, library, n)).flat();
  const words = ads.map(({ text }) => text.split(/\s+/).length).sort((a, b) => a - b);
  const phones = ads.flatMap(({ phone }) => phone ?? []);
  const at = (share: number) => words[Math.floor(share * (words.length - 1))] as number;
  const per = (all: readonly string[]) => tenth(all.length / new Set(all).size);
  return {
    ads: ads.length,
    words: [at(0.05), at(0.5), at(0.95)],
    ...(profile.family === 'services' && { signs: compared('GI21', SIGNS, shares(ads.map(({ classic }) => classic))) }),
    ...(profile.family === 'jobs' && {
      listed: compared('VCK20', LISTED, [tenth((100 * ads.filter(({ listed }) => listed).length) / ads.length)]),
    }),
    repeated: compared('RIV24', REPEATED, [per(ads.map(({ text, market }) => `${market} ${letters(text)}`))]),
    perPhone: compared('IDT23', PER_PHONE, [per(phones)]),
  };
}

/** The figures of all profiles. */
export function realismOfAll(library: Library): RealismFile {
  const profiles = [...library.profiles.values()].map((profile) => [profile.id, realismOf(profile, library)] as const);
  return { generatorVersion: GENERATOR_VERSION, seeds: SEEDS, profiles: Object.fromEntries(profiles) };
}

function openAds(profile: MarketProfile, library: Library, n: number) {
  const drawn = drawMarket(measuredMarket(library, profile, `realism-${n}`));
  return Array.from({ length: drawn.size }, (_, at) => at)
    .filter((at) => drawn.columns.withheld[at] === 0)
    .map((at) => {
      const ids = [...indicatorsAt(drawn, at)];
      const version = drawn.ad(at).versions.at(-1);
      const digits = version?.fields.phone?.replaceAll(/\D/g, '') ?? '';
      return {
        market: n,
        text: version?.sentences.join(' ') ?? '',
        phone: digits.length > 6 ? `${n} ${digits}` : undefined,
        classic: CLASSIC_SIGNS.filter((id) => ids.includes(id)).length,
        listed: ids.some((id) => id === 'n-job-commonplaces' || id.startsWith('lj-')),
      };
    });
}

/** Per cent of counts that are 0, 1, 2, 3 or more. */
function shares(counts: readonly number[]): number[] {
  const of = (n: number) => counts.filter((count) => Math.min(3, count) === n).length;
  return [0, 1, 2, 3].map((n) => tenth((100 * of(n)) / counts.length));
}

function compared(study: string, printed: readonly number[], found: readonly number[]): Comparison {
  const apart = printed.reduce((sum, value, n) => sum + Math.abs(value - (found[n] as number)), 0);
  return { study, printed, found, distance: tenth(printed.length > 1 ? apart / 2 : apart) };
}

const letters = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}]+/gu, ' ');
