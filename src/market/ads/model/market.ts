import { FIRST_LANGUAGE } from '#kernel/model/first-language.ts';
import type { Instant } from '#kernel/model/instant.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import type { AdRecords, RecordLocator } from './ad-records.ts';
import type { Lexicon, PrevalenceName, Site } from './schemas.ts';

/** Part of the identity of every market; raise it whenever the same seed would give other bytes. */
export const GENERATOR_VERSION = 8;

/** Day on which this version was finished: the day of publication of every market that it writes. */
export const GENERATOR_DATE = '2026-12-02';

/** Names of the structured fields an ad may show, in the order in which the site shows them. */
export const FIELD_NAMES = [
  'town',
  'employer',
  'sector',
  'price',
  'pay',
  'hours',
  'phone',
  'room',
  'picture',
  'payment',
  'account',
  'origin',
  'gender',
  'languages',
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** Fields of the forms of sites, which are filled where something shows in them, and now and then without. */
export const STORY_FIELD_NAMES = [
  'section',
  'headline',
  'budget',
  'register',
  'written',
  'from',
  'stay',
  'hosts',
  'visits',
  'wishes',
  'prices',
  'deposit',
  'booking',
  'guests',
  'contact',
  'face',
  'tattoo',
  'checked',
  'start',
  'offered',
  'wanted',
] as const;
export type StoryFieldName = (typeof STORY_FIELD_NAMES)[number];

/** Any field of a page. */
export type PageFieldName = FieldName | StoryFieldName;

/** All fields in the order in which the site shows them; those of `FIELD_NAMES` stand in the same order as there. */
export const PAGE_FIELD_NAMES = [
  'headline',
  'section',
  'town',
  'employer',
  'register',
  'sector',
  'wanted',
  'price',
  'pay',
  'budget',
  'prices',
  'offered',
  'start',
  'hours',
  'phone',
  'contact',
  'booking',
  'guests',
  'visits',
  'room',
  'hosts',
  'picture',
  'face',
  'payment',
  'deposit',
  'account',
  'checked',
  'origin',
  'from',
  'stay',
  'gender',
  'languages',
  'written',
  'tattoo',
  'wishes',
] as const satisfies readonly PageFieldName[];

/**
 * Location of a label: a sentence of the ad counted from 1 (`s1`), a field (`f:phone`), or a record (`r:ledger`). Posts
 * with a story also show things in a sentence of an earlier version (`v1:s3`) and in a comment counted from 1 (`c2`).
 */
export type Locator = `s${number}` | `f:${PageFieldName}` | `v${number}:s${number}` | `c${number}` | RecordLocator;

/** True if a visitor of the site can see it; records come by a lawful request alone. */
export const isOnThePage = (at: Locator) => !at.startsWith('r:');

/**
 * True for a field value that is not legible on the page: it is shown as a block, and never as the technique of hiding
 * (rule C17).
 */
export const isHidden = (value: string) => value.startsWith('▒');

/** What a visitor sees of one ad from `from` until the next version. */
export interface AdVersion {
  readonly from: Instant;
  readonly sentences: readonly string[];
  readonly fields: Readonly<Partial<Record<PageFieldName, string>>>;
  /** Set if the sentences follow each other in one paragraph; only in posts with a story. */
  readonly run?: true;
}

/** True for an offer of work that names no employer: its page shows the field, and says that it is not stated. */
export const lacksEmployer = ({ fields }: Pick<AdVersion, 'fields'>): boolean =>
  fields.pay !== undefined && fields.employer === undefined;

/** A comment below a post with a story. */
export interface AdComment {
  /** The name under which somebody writes; that of the advertiser in answers. */
  readonly by: string;
  readonly at: Instant;
  readonly text: string;
}

/** A closed card in place of an ad that may show a minor: neutral facts, never text, price or picture (rule C13). */
export interface WithheldCard {
  readonly facts: readonly string[];
}

export interface Ad {
  readonly id: string;
  /** Id of the site of the ad. */
  readonly site: string;
  readonly title: string;
  readonly account: string;
  readonly postedAt: Instant;
  readonly renewals: number;
  readonly versions: readonly AdVersion[];
  readonly withheld?: WithheldCard;
  readonly comments?: readonly AdComment[];
  /** Set if a mirror copied the ad from another site. */
  readonly copied?: true;
  /** From this moment the site no longer shows the ad. */
  readonly removedAt?: Instant;
  /** What a lawful request would bring; only in documents with records. */
  readonly records?: AdRecords;
}

type LexiconWords = Lexicon['site'];

/** Words that pages need for posts with a story; documents of earlier versions of the generator have none of them. */
type StoryWords = Pick<LexiconWords, 'earlier' | 'removed' | 'afterPosting' | 'comments' | 'notStated'>;

/** The words of an invented site around an ad, and their language if it is not the first one. */
export type SiteWords = Omit<LexiconWords, 'fields' | keyof StoryWords> &
  Partial<StoryWords> & {
    readonly fields: Pick<LexiconWords['fields'], FieldName> & Partial<Pick<LexiconWords['fields'], StoryFieldName>>;
    readonly lang?: string;
  };

/** The language of the sites of a market and of their ads. */
export const marketLanguage = ({ words }: Pick<Market, 'words'>): string => words.lang ?? FIRST_LANGUAGE;

/** Public information about an invented site. */
export type PublicSite = Pick<Site, 'id' | 'name' | 'host' | 'section' | 'face' | 'type' | 'mirrorOf'>;

/** The public half of a market: what a trainee can see, and nothing that reveals the actor behind an ad. */
export interface Market {
  readonly schema: 'market/1';
  readonly synthetic: true;
  readonly marketId: string;
  readonly notice: string;
  readonly profile: MarketProfileId;
  readonly prevalence: PrevalenceName;
  /** The announced share of controlled ads, in per cent; left out where none is announced. */
  readonly announced?: number;
  readonly generatorVersion: number;
  /** True if seed and truth are public (self-study); a market for assessment is never open. */
  readonly open: boolean;
  readonly sites: readonly PublicSite[];
  /** The words of the site around its ads, in the language of the market. */
  readonly words: SiteWords;
  readonly from: Instant;
  readonly until: Instant;
  readonly ads: readonly Ad[];
}
