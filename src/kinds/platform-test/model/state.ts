import type { Instant } from '#kernel/model/instant.ts';
import type { EventDetails, ModerationEventType } from '#market/platforms/model/moderation-event.ts';
import type { PageWords } from '#market/platforms/model/page-schemas.ts';
import type { TestCardId } from '#market/platforms/model/test-cards.ts';
import type { TestedPlatform, WatchedMirror } from '#market/platforms/model/tested-platform.ts';
import type { Objection, PlannedCell, PlatformTestRole, ReportPoint, TestFinding } from './actions.ts';
import type { InjectChoice, InjectId, RedLine } from './injects.ts';
import type { PlatformPage } from './page-address.ts';

/** The input of a test. The same brief and the same actions give the same state. */
export interface PlatformTestBrief {
  readonly seed: string;
  readonly from: Instant;
  /** People of the team, who share the work with cards TC1 to TC3 and tire later if they are more. */
  readonly people: number;
  readonly platforms: readonly TestedPlatform[];
  readonly mirrors: readonly WatchedMirror[];
  /** Words of the pages that the sites send. */
  readonly pages: PageWords;
  /** Id of the market of the case, which stands on each page; left out outside of a case. */
  readonly marketId?: string;
  /** Platforms of the case that this team was not given; left out where it tests all (`briefOfShare`). */
  readonly notGiven?: readonly { readonly id: string; readonly name: string }[];
}

/** What a platform answers. */
export type AnswerCode = 'removed' | 'kept' | 'restored' | 'already-gone' | 'record';

/** Event types beside those of a log of platforms. */
export type OwnEventType = 'site.down' | 'label.asked' | 'receipt.sent' | 'record.reminded' | 'mirror.copied';

/** One event of a copy of a card. Its id is `<site>-<card>-<number>-<n>`, as in every log of platforms. */
export interface TestEvent extends EventDetails {
  readonly id: string;
  /** Hours since the beginning, to the minute. */
  readonly hour: number;
  readonly at: Instant;
  readonly site: string;
  readonly card: TestCardId;
  readonly copy: number;
  readonly by: 'team' | 'platform' | 'authority';
  readonly type: ModerationEventType | OwnEventType;
  readonly answer?: AnswerCode;
  /** True if the answer has a reason. */
  readonly reasoned?: boolean;
  /** Of a card that is sent: made by a program, and no label says so. */
  readonly madeByProgram?: true;
  /** `watched`: seen only where somebody watches the site in this week. */
  readonly seen: 'always' | 'watched';
}

/** A copy of a card on one platform. */
export interface TestCopy {
  readonly id: string;
  readonly site: string;
  readonly card: TestCardId;
  readonly copy: number;
  readonly account: number;
  /** The card says that a program made it, and it has no label. */
  readonly madeByProgram?: true;
  readonly status: 'blocked' | 'online' | 'removed' | 'withdrawn';
  /** Number of versions that were submitted. */
  readonly version: number;
  readonly placedAt: number;
  readonly onlineSince?: number;
  /** Numbers of the events so far; those that need a watch have numbers of their own, so that no gap tells of them. */
  readonly events: number;
  readonly watchedEvents: number;
  /** Hour from which a mirror shows it; left out if none does. */
  readonly mirroredAt?: number;
}

/** A capture of one page as its site sent it, with the hash of these bytes and the log event that it followed. */
export interface TestItem {
  readonly id: string;
  readonly hour: number;
  readonly at: Instant;
  /** The site that sent the page: a platform, or a mirror. A page of a mirror is no evidence about the platform. */
  readonly site: string;
  /** From this, the hour and the brief the same bytes can be made again (`servedAgain`). */
  readonly page: PlatformPage;
  readonly url: string;
  readonly status: 'shown' | 'not-shown';
  /** SHA-256 of the bytes that the site sent. */
  readonly sha256: string;
  readonly operator: PlatformTestRole;
  readonly tool: { readonly name: string; readonly version: string };
  /** False where a tired tester forgot the time zone: such an item supports no finding. */
  readonly hasZone: boolean;
  /** The copy of a card whose page it is; left out for other pages of a site. */
  readonly copy?: string;
  /** Of a copy: its last event in the inboxes and acts of the team. What they held until then belongs to the item. */
  readonly event?: string;
}

/** A planned step of a platform, which earlier events can cancel. */
export type PlannedStep =
  | { readonly step: 'find'; readonly hour: number; readonly copy: string }
  | { readonly step: 'answer'; readonly hour: number; readonly copy: string; readonly reporter: string }
  | { readonly step: 'record'; readonly hour: number; readonly copy: string }
  | { readonly step: 'restore'; readonly hour: number; readonly copy: string }
  | { readonly step: 'refer'; readonly hour: number; readonly copy: string }
  | { readonly step: 'copy'; readonly hour: number; readonly copy: string }
  | { readonly step: 'reply'; readonly hour: number; readonly site: string }
  | { readonly step: 'inject'; readonly hour: number; readonly inject: InjectId };

/** An event from outside that came, with the answer of the team. */
export interface CameInject {
  readonly id: InjectId;
  readonly hour: number;
  /** The platform that it is about, if it is about one. */
  readonly site?: string;
  readonly choice?: InjectChoice;
}

/** The state of a test: a fold of its actions. `open` and `known` are hidden from the team. */
export interface PlatformTestState {
  readonly hour: number;
  readonly spent: number;
  /** Points spent on cards TC1 to TC3, by week. */
  readonly heavy: Readonly<Record<number, number>>;
  readonly heavyItems: number;
  readonly plan?: { readonly hour: number; readonly cells: readonly PlannedCell[] };
  readonly accounts: number;
  readonly copies: readonly TestCopy[];
  readonly events: readonly TestEvent[];
  readonly open: readonly PlannedStep[];
  readonly items: readonly TestItem[];
  readonly watched: readonly { readonly site: string; readonly week: number }[];
  /** By the name of the moderators: the test accounts that they know, and until which hour. */
  readonly known: Readonly<Record<string, { readonly until: number; readonly accounts: readonly number[] }>>;
  /** Unfounded reports, for the limit of a platform. */
  readonly unfounded: readonly { readonly site: string; readonly account: number; readonly hour: number }[];
  /** By site and account: until which hour its reports are not read. */
  readonly unread: Readonly<Record<string, number>>;
  readonly reads: readonly {
    readonly site: string;
    readonly what: 'terms' | 'interview' | 'mirror';
    readonly hour: number;
  }[];
  /** Orders by which a platform learned who tests. */
  readonly ordered: readonly { readonly site: string; readonly hour: number }[];
  readonly injects: readonly CameInject[];
  readonly red: readonly RedLine[];
  readonly harms: readonly string[];
  readonly replies: readonly { readonly site: string; readonly askedAt: number; readonly cameAt?: number }[];
  readonly findings: readonly TestFinding[];
  readonly objections: readonly Objection[];
  /** By copy: the hour of the first reminder to take the card down. */
  readonly reminded: Readonly<Record<string, number>>;
  /** Copies that were online for too long after that. */
  readonly overstayed: readonly string[];
  readonly report?: { readonly hour: number; readonly points: readonly ReportPoint[] };
}
