import type { ClaimId } from './claims.ts';
import type { PageWords } from './page-schemas.ts';
import type { PlatformFaults, SiteHabits } from './platform.ts';

/** Questions to a spokesman, in the order in which they are asked. */
export const INTERVIEW_QUESTIONS = [
  'decides',
  'told',
  'edits',
  'reporters',
  'keeps',
  'blocks',
  'earns',
  'owner',
] as const;
export type InterviewQuestion = (typeof INTERVIEW_QUESTIONS)[number];

/** What everybody can read of a platform that is tested. */
export interface PublicHalf {
  readonly size: 'micro' | 'small' | 'medium';
  readonly income: 'fee-per-ad' | 'paid-places' | 'subscriptions' | 'copied-ads' | 'newspaper';
  /** Hours of work and days of a week on which somebody looks at reports; with 5 days nobody does at a weekend. */
  readonly staff: { readonly hours: number; readonly days: number };
  readonly says: string;
  readonly terms: readonly string[];
  /** Hours within which the terms promise an answer. */
  readonly promisedHours: number;
  readonly figures: readonly { readonly what: string; readonly value: number }[];
  readonly form: {
    /** True if only who has an account can report. */
    readonly account: boolean;
    readonly languages: readonly string[];
    readonly screenReader: boolean;
    readonly clicks: number;
  };
  readonly trustedFlaggers: boolean;
  /** Whether ads that a program wrote or pictured may be posted unasked, or only with a label that says so. */
  readonly machineMadePictures: 'not-asked' | 'labelled';
}

/** A time in a test: a week from 1 on, and an hour of this week from 0 on. */
export interface Outage {
  readonly week: number;
  readonly hour: number;
  /** Hours for which the site cannot be reached: an innocent cause. */
  readonly hours: number;
}

/** What a team finds out only by testing. Training values; shares and chances in per cent. */
export interface HiddenHalf {
  /** One sentence for the facilitator and for the end of the exercise. */
  readonly does: string;
  /**
   * As `moderationDocuments` takes them under `stated`. The habits among them are those of the site in every log of its
   * market.
   */
  readonly traits: PlatformFaults;
  /** Chance that one trial shows the fault. */
  readonly chances: Readonly<Record<ClaimId, number>>;
  /** Answered reports of those of whom no claim is made. */
  readonly answerRate: { readonly parent: number; readonly member: number };
  /** Name of the moderators in the file of a platform. Sites with the same moderators learn from each other. */
  readonly moderators: string;
  /** Open cases at which the delay doubles. */
  readonly weeklyCapacity: number;
  /** Remaining share of delays and lapses, and for how many days, once the moderators know the test account. */
  readonly noticeEffect: { readonly delay: number; readonly lapses: number; readonly days: number };
  /** From so many unfounded reports within some days on, an account is not read for a while. */
  readonly reportLimit: { readonly unfounded: number; readonly withinDays: number; readonly unreadDays: number };
  readonly outage?: Outage | undefined;
  /** Whether somebody checks the label that the terms ask for; never where they ask for none. */
  readonly checksLabels: boolean;
  readonly interview: Readonly<Record<InterviewQuestion, 'evasive' | 'honest'>>;
}

/** Name, owner and share of ads stand in the market, and nowhere else. */
export interface SiteInMarket {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  readonly owner: string;
  /** Share of the market's ads, in per cent. */
  readonly share: number;
}

/** A platform that a team tests. */
export interface TestedPlatform extends SiteInMarket {
  readonly public: PublicHalf;
  readonly hidden: HiddenHalf;
}

/** A mirror, which a team can only watch. */
export interface WatchedMirror extends SiteInMarket {
  /** Id of the platform whose ads it copies. */
  readonly mirrorOf: string;
  readonly does: string;
  /** Share of the cards that are copied, in per cent, and the hours until they are. */
  readonly copies: { readonly share: number; readonly hours: number };
}

/** All that is known of the moderation of a market. */
export interface MarketPlatforms {
  /** Habits of every site, by its id. */
  readonly habits: Readonly<Record<string, SiteHabits>>;
  /** The platforms that a team can test, in the order of the market; empty if the market has none. */
  readonly tested: readonly TestedPlatform[];
  readonly mirrors: readonly WatchedMirror[];
  /** Words of the pages of the platforms, the same in every market; left out where they could not be read. */
  readonly pages?: PageWords;
}
