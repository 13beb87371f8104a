import type { MarketProfileId } from '#core/indicators/schemas.ts';
import type { Instant } from '#core/kernel/instant.ts';
import type { Lexicon, PrevalenceName } from './schemas.ts';

/** Part of the identity of every market; raise it whenever the same seed would give other bytes. */
export const GENERATOR_VERSION = 2;

/** Names of the structured fields an ad may show, in the order in which the site shows them. */
export const FIELD_NAMES = [
  'town',
  'price',
  'hours',
  'phone',
  'room',
  'picture',
  'payment',
  'account',
  'languages',
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** Where in an ad something stands: a sentence counted from 1 (`s1`) or a field (`f:phone`). */
export type Locator = `s${number}` | `f:${FieldName}`;

/** What stands in place of a number that is hard to collect: a block, never a technique (rule C17). */
export const HIDDEN_PHONE = '▒▒▒ number in picture';

/** True for the value of a field that cannot be read off the page. */
export const isHidden = (value: string) => value.startsWith('▒');

/** What a visitor of the site sees of one ad from `from` on, until the next version. */
export interface AdVersion {
  readonly from: Instant;
  readonly sentences: readonly string[];
  readonly fields: Readonly<Partial<Record<FieldName, string>>>;
}

/** A closed card in place of an ad that may show a minor: neutral facts, never text, price or picture (rule C13). */
export interface WithheldCard {
  readonly facts: readonly string[];
}

export interface Ad {
  readonly id: string;
  readonly title: string;
  readonly account: string;
  readonly postedAt: Instant;
  readonly renewals: number;
  readonly versions: readonly AdVersion[];
  readonly withheld?: WithheldCard;
}

/** The words that an invented site puts around an ad. */
export type SiteWords = Lexicon['site'];

export interface Site {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  readonly section: string;
  readonly face: 'classifieds' | 'directory' | 'board';
}

/** The public half of a market: what a trainee can see, and nothing that tells who stands behind an ad. */
export interface Market {
  readonly schema: 'market/1';
  readonly synthetic: true;
  readonly marketId: string;
  readonly notice: string;
  readonly profile: MarketProfileId;
  readonly prevalence: PrevalenceName;
  readonly generatorVersion: number;
  /** True where seed and truth are public (self-study); a market for assessment is never open. */
  readonly open: boolean;
  readonly site: Site;
  /** The words the site puts around its ads, in the language of the market. */
  readonly words: SiteWords;
  readonly from: Instant;
  readonly until: Instant;
  readonly ads: readonly Ad[];
}
