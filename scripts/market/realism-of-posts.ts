/** How posts look beside figures of real ads, and beside what the kit aims at. Aggregates: no ad is needed. */
import { stringify } from 'yaml';
import type { Library } from '#library/content/use-cases/load-library.ts';
import { ACTOR_TYPES, type ActorType } from '#market/ads/model/actor-types.ts';
import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import type { MarketProfile } from '#market/ads/model/schemas.ts';
import { indicatorsAt } from '#market/generator/model/count-signs.ts';
import { drawMarket } from '#market/generator/model/draw-market.ts';
import { typeAt } from '#market/generator/model/drawn-market.ts';
import { FLAG } from '#market/generator/model/market-columns.ts';
import type { RealismRow } from '#market/posts/model/genre-schemas.ts';
import { CLASSIC_SIGNS } from './figures.ts';
import { measuredMarket, tenth } from './measuring.ts';

const SEEDS = 10;

/** One open post, as far as it is counted. */
interface Counted {
  readonly type: ActorType;
  /** Its market and account. */
  readonly market: number;
  readonly account: string;
  /** Its words without figures, by which texts are compared. */
  readonly letters: string;
  readonly isCasual: boolean;
  readonly master: string;
  readonly phone: string | undefined;
  readonly appearances: number;
  readonly words: number;
  readonly lines: number;
  readonly signLines: number;
  readonly statesPrice: boolean;
  readonly hasMark: boolean;
  readonly hidesPhone: boolean;
  readonly classic: number;
  readonly listed: boolean;
  readonly isOffer: boolean;
}

/** What the kit aims at where no study prints a figure. */
const AIM = 'aim of the kit (a training value)';
const WORDS: Readonly<Record<MarketProfile['family'], string>> = {
  services: '8 / 25 / 60',
  jobs: '15 / 55 / 120',
  social: '10 / 35 / 90',
};

/** The table of one setting. */
export function realismRows(profile: MarketProfile, library: Library, seeds = SEEDS): RealismRow[] {
  const posts = Array.from({ length: seeds }, (_, n) => countedIn(profile, library, n)).flat();
  const words = posts.map((post) => post.words).sort((a, b) => a - b);
  const at = (share: number) => words[Math.floor(share * (words.length - 1))] as number;
  const phones = [
    ...Map.groupBy(
      posts.filter(({ phone }) => phone),
      ({ phone }) => phone,
    ).values(),
  ].map((own) => own.reduce((sum, { appearances }) => sum + appearances, 0));
  const perMaster = posts.length / new Set(posts.map(({ master }) => master)).size;
  const share = (is: (post: Counted) => boolean) => percentOf(posts.filter(is).length, posts.length);
  const offers = posts.filter(({ isOffer }) => isOffer);
  const sum = (of: (post: Counted) => number) => posts.reduce((total, post) => total + of(post), 0);
  const isService = profile.family === 'services';
  const texts = [...Map.groupBy(posts, ({ market, letters }) => `${market} ${letters}`).values()];
  return [
    {
      measure: 'words of a text, at the 10th, 50th and 90th per cent',
      found: `${at(0.1)} / ${at(0.5)} / ${at(0.9)}`,
      beside: WORDS[profile.family],
      source: AIM,
    },
    {
      measure: 'appearances of a phone, renewals among them: mean and middle',
      found: `${tenth(mean(phones))} / ${middle(phones)}`,
      beside: 'mean 16.7',
      source: 'IDT23, computed from 87,595 ads of 5,244 vendors',
    },
    {
      measure: 'appearances of a text, renewals among them: mean',
      found: String(tenth(mean(texts.map((own) => own.reduce((all, { appearances }) => all + appearances, 0))))),
      beside: 'mean 9.8',
      source: 'RIV24, abstract: ads collected, and those left without duplicates',
    },
    {
      measure: 'ads that are nearly alike with one of another account, by who is behind them',
      found: alikeByType(posts),
      beside: 'found with networks, and with lawful advertisers; no share was read',
      source: 'none',
    },
    { measure: 'separate ads of a master text', found: String(tenth(perMaster)), beside: '1.5 to 2.2', source: AIM },
    {
      measure: 'lines that show a sign, a cue or a trap',
      found: percentOf(
        sum(({ signLines }) => signLines),
        sum(({ lines }) => lines),
      ),
      beside: 'at most 40 %',
      source: AIM,
    },
    {
      measure: 'ads with casual spelling, such as "pls", "dont" or small letters after a stop',
      found: share(({ isCasual }) => isCasual),
      beside: '40 %; frequent in studies, of which no share was read',
      source: AIM,
    },
    {
      measure: 'ads with ":)" or a pictograph',
      found: share(({ hasMark }) => hasMark),
      beside: 'frequent; no share was read',
      source: 'none',
    },
    ...(isService
      ? [
          {
            measure: 'ads that state the price in the text',
            found: share(({ statesPrice }) => statesPrice),
            beside: profile.id === 'PRO' ? '45 %' : '75 %',
            source: AIM,
          },
          {
            measure: 'ads that hide the number',
            found: share(({ hidesPhone }) => hidesPhone),
            beside: 'frequent; no share was read',
            source: 'none',
          },
          {
            measure: 'ads with 0, 1, 2, 3 or more of ten classic signs',
            found: [0, 1, 2, 3].map((n) => share(({ classic }) => Math.min(3, classic) === n)).join(' / '),
            beside: '19 / 58.3 / 21.3 / 1.7 %',
            source: 'GI21, abstract',
          },
        ]
      : [
          {
            measure: 'offers with at least one feature of the lists',
            found: percentOf(offers.filter(({ listed }) => listed).length, offers.length),
            beside: '98.4 % of job ads',
            source: 'VCK20, excerpt',
          },
        ]),
  ];
}

/** Least share of words in common, of all words of two texts, for texts that are nearly alike; shorter ones are no text. */
const NEARLY_ALIKE = 0.6;
const LEAST_WORDS = 6;

/** For each type of actor the share of ads of which nearly all words stand in an ad of another account of the market. */
function alikeByType(posts: readonly Counted[]): string {
  const alike = new Set<Counted>();
  for (const market of Map.groupBy(posts, (post) => post.market).values()) {
    const sets = market.map((post) => [post, new Set(post.letters.split(' '))] as const);
    const long = sets.filter(([, words]) => words.size >= LEAST_WORDS);
    for (const [n, [one, words]] of long.entries())
      for (const [other, others] of long.slice(n + 1)) {
        if (other.account === one.account) continue;
        const common = words.intersection(others).size;
        if (common >= NEARLY_ALIKE * (words.size + others.size - common)) alike.add(one).add(other);
      }
  }
  const types = ACTOR_TYPES.filter((type) => posts.some((post) => post.type === type));
  return types
    .map((type) => {
      const own = posts.filter((post) => post.type === type);
      return `${type} ${percentOf(own.filter((post) => alike.has(post)).length, own.length)}`;
    })
    .join(', ');
}

/** Spelling of people who type on a telephone. */
const CASUAL =
  /\b(?:u|ur|n|pls|thx|im|ive|dont|doesnt|cant|wont|didnt|isnt|thats|theres|whats|its a|wanna)\b|[.!?] [a-z]/;

/** The content of the file of all settings. */
export function realismFile(library: Library): string {
  const settings = Object.fromEntries(
    [...library.profiles.values()].map((profile) => [profile.id, realismRows(profile, library)]),
  );
  const head = '# How posts look beside figures of studies. Written by `npm run -s update-realism`.\n';
  return `${head}${stringify({ generatorVersion: GENERATOR_VERSION, seeds: SEEDS, settings }, { lineWidth: 0 })}`;
}

function countedIn(profile: MarketProfile, library: Library, n: number): Counted[] {
  const drawn = drawMarket(measuredMarket(library, profile, `realism-${n}`));
  const { columns } = drawn;
  return Array.from({ length: drawn.count }, (_, at) => at)
    .filter((at) => columns.withheld[at] === 0 && ((columns.flags[at] as number) & FLAG.mirrored) === 0)
    .map((at): Counted => {
      const ad = drawn.ad(at);
      const version = ad.versions.at(-1);
      const lines = version?.sentences ?? [];
      const text = lines.join(' ');
      const phone = version?.fields.phone ?? '';
      const digits = phone.replaceAll(/\D/g, '');
      const price = /\d+/.exec(version?.fields.price ?? '')?.[0];
      const ids = indicatorsAt(drawn, at);
      const labelled = new Set(drawn.said(at).flatMap((label) => (/^s\d/.test(label.at) ? [label.at] : [])));
      return {
        type: typeAt(columns, at),
        market: n,
        account: version?.fields.account ?? '',
        letters: (text.toLowerCase().match(/\p{L}+/gu) ?? []).join(' '),
        isCasual: CASUAL.test(text),
        master: `${n} ${columns.master[at]}`,
        phone: digits.length > 6 ? `${n} ${digits}` : undefined,
        appearances: 1 + ad.renewals,
        words: text.split(/\s+/).length,
        lines: lines.length,
        signLines: labelled.size,
        statesPrice: price !== undefined && new RegExp(`\\b${price}\\b`).test(text),
        hasMark: /:\)|[☎✉⏰📍🚗💬★✔]/u.test(text),
        hidesPhone: phone !== '' && digits.length <= 6,
        classic: CLASSIC_SIGNS.filter((id) => ids.has(id)).length,
        isOffer: drawn.story(at)?.purpose === 'offer',
        listed: [...ids].some((id) => id === 'n-job-commonplaces' || id.startsWith('lj-')),
      };
    });
}

const percentOf = (part: number, all: number) => `${tenth((100 * part) / Math.max(1, all))} %`;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
