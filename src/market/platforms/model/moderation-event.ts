import type { Instant } from '#kernel/model/instant.ts';
import type { FaultId } from './faults.ts';
import type { PreservationField, Reporter, ReportRoute, TestCardId } from './test-cards.ts';

/** All event types of a test log, with their actor. */
export const EVENT_TYPES = {
  'card.submitted': 'team',
  'card.edited': 'team',
  'card.reposted': 'team',
  'card.withdrawn': 'team',
  'report.sent': 'team',
  'appeal.sent': 'team',
  'card.published': 'platform',
  'card.blocked': 'platform',
  'card.removed': 'platform',
  'card.restored': 'platform',
  'report.answered': 'platform',
  'report.refused': 'platform',
  'record.kept': 'platform',
  'referral.received': 'authority',
} as const;
export type ModerationEventType = keyof typeof EVENT_TYPES;

/** Optional fields of an event; those that do not belong to its type are left out. */
export interface EventDetails {
  /** Age that the submitted or edited card declares. */
  readonly declaredAge?: number;
  /** Account of the test team: 1 posts first, 2 reposts. */
  readonly account?: number;
  readonly reporter?: Reporter;
  readonly route?: ReportRoute;
  /** Number of simulated buyers who wrote while the card was online: a counter and nothing else (rule C14). */
  readonly replies?: number;
  /** True if the referral contained what the authority needs. */
  readonly withData?: boolean;
  readonly fields?: readonly PreservationField[];
  readonly days?: number;
}

/** One event that a test team, which includes an authority, can observe. Ids are `<site>-<card>-<copy>-<n>`. */
export interface ModerationEvent extends EventDetails {
  readonly id: string;
  readonly at: Instant;
  readonly site: string;
  readonly card: TestCardId;
  readonly copy: number;
  readonly by: 'team' | 'platform' | 'authority';
  readonly type: ModerationEventType;
}

/** Actions and omissions of a platform with a copy of a card. */
export const DEEDS = [
  'blocked',
  'published',
  'kept-off',
  'left-online',
  'found-later',
  'removed',
  'answered',
  'gave-no-answer',
  'refused-report',
  'blocked-lawful',
  'removed-lawful',
  'referred',
  'told-no-one',
  'kept-record',
] as const;

/** Reasons: the rule that applied, or was missing, inside the simulated platform. */
export const REASONS = [
  'declared-age-read',
  'declared-age-not-read',
  'document-age-compared',
  'document-age-not-compared',
  'consent-asked-for',
  'consent-not-asked-for',
  'document-compared-with-person',
  'document-not-compared-with-person',
  'picture-compared-with-list',
  'picture-not-compared-with-list',
  'edit-reviewed',
  'edit-not-reviewed',
  'repost-recognised',
  'repost-not-recognised',
  'request-kept-on-file',
  'request-not-kept-on-file',
  'looked-at-in-time',
  'slower-than-due',
  'nothing-within-the-test',
  'answers-members-only',
  'answers-parents-only',
  'answers-nobody',
  'route-needs-account',
  'route-in-one-language',
  'route-without-screen-reader',
  'looked-at-before-acting',
  'acted-without-a-look',
  'nothing-against-it',
  'blocked-without-ground',
  'authority-told',
  'authority-told-without-data',
  'authority-not-told',
  'all-fields-kept',
  'some-fields-kept',
  'kept-shorter-than-asked',
] as const;

/** One action or omission, with its reason; `fault` is set if it is one. */
export interface Deed {
  readonly copy: number;
  readonly did: (typeof DEEDS)[number];
  readonly reason: (typeof REASONS)[number];
  readonly fault?: FaultId;
  /** Hours until the action, or hours online, to a tenth. */
  readonly hours?: number;
  /** Events of the log that show it. */
  readonly evidence: readonly string[];
}

/** A fault of a card over all its copies. */
export interface CardFault {
  readonly fault: FaultId;
  readonly reasons: readonly Deed['reason'][];
  readonly copies: readonly number[];
  /** The maximum of the hours, never a mean: a mean hides the worst card. */
  readonly hours?: number;
  readonly evidence: readonly string[];
}

/** The truth about one card on one site. */
export interface CardTruth {
  readonly card: TestCardId;
  /** Empty if the platform did everything that is expected. */
  readonly faults: readonly CardFault[];
  readonly deeds: readonly Deed[];
}
