import type { ClaimId } from '#market/platforms/model/claims.ts';
import type { ReportRoute, TestCardId } from '#market/platforms/model/test-cards.ts';
import type { InjectChoice, InjectId } from './injects.ts';
import type { SitePage } from './page-address.ts';

/** Who does what in a team. In a small team one person has several roles. */
export const ROLES = ['lead', 'police', 'support', 'sellers', 'tester', 'statistics'] as const;
export type PlatformTestRole = (typeof ROLES)[number];

/** Reporters who use the report form. Police and trusted flaggers have actions of their own. */
export const FORM_REPORTERS = ['person-shown', 'relative', 'member', 'parent', 'non-user'] as const;
export type FormReporter = (typeof FORM_REPORTERS)[number];

/** The four words of a finding. */
export const WORDS = ['pattern', 'once', 'not-seen', 'not-tested'] as const;
export type FindingWord = (typeof WORDS)[number];

/** What a team writes down about one claim on one platform. A second one on the same claim replaces the first. */
export interface TestFinding {
  readonly site: string;
  readonly claim: ClaimId;
  readonly word: FindingWord;
  /** Ids of evidence items. */
  readonly items: readonly string[];
  /** True if an innocent explanation was considered. */
  readonly innocent: boolean;
  /** How likely the team holds it that the platform fails here as a rule, from 0 to 100. */
  readonly certainty: number;
}

/** Acts of the team on a site to which a role can object. */
export const OBJECTABLE = ['card.placed', 'report.sent', 'notice.sent', 'record.asked', 'interview.held'] as const;

/** Letters of the reason of an objection: fewer say nothing, and the report has two pages. */
export const REASON_LETTERS = { least: 12, most: 240 } as const;

/** What a role says against a finding of the team, or against an act on a site. Nobody scores its reason. */
export interface Objection {
  readonly role: PlatformTestRole;
  readonly site: string;
  readonly about: { readonly claim: ClaimId } | { readonly act: (typeof OBJECTABLE)[number] };
  readonly reason: string;
}

/** What a report says of itself. Each point is a line of the checklist. */
export const REPORT_POINTS = [
  'n-beside-rates',
  'untested-named',
  'blind-or-announced',
  'owner-once',
  'nobody-recognisable',
  'survivors-and-sellers-read',
  'requests-cite-findings',
  'retest-date',
] as const;
export type ReportPoint = (typeof REPORT_POINTS)[number];

/** `copy` is the id of a placed copy, `<site>-<card>-<number>`. `account` is 1 unless another one was opened. */
export type PlatformTestAction =
  | { readonly type: 'plan.locked'; readonly cells: readonly PlannedCell[] }
  | { readonly type: 'time.passed'; readonly hours: number }
  | { readonly type: 'time.skipped' }
  | { readonly type: 'account.opened' }
  | {
      readonly type: 'card.placed';
      readonly site: string;
      readonly card: TestCardId;
      readonly account?: number;
      /** The field of the lawful card TC12 that says: made by a program, and no label. */
      readonly madeByProgram?: true;
    }
  | { readonly type: 'card.edited'; readonly copy: string }
  | { readonly type: 'card.reposted'; readonly copy: string }
  | { readonly type: 'card.withdrawn'; readonly copy: string }
  | { readonly type: 'site.watched'; readonly site: string }
  /** With a mirror: what the mirror shows of the copy. */
  | { readonly type: 'page.captured'; readonly copy: string; readonly mirror?: string }
  | ({ readonly type: 'site.captured'; readonly site: string } & SitePage)
  | {
      readonly type: 'report.sent';
      readonly copy: string;
      readonly reporter: FormReporter;
      readonly route?: ReportRoute;
      readonly account?: number;
    }
  | { readonly type: 'notice.sent'; readonly copy: string }
  | { readonly type: 'appeal.sent'; readonly copy: string }
  | { readonly type: 'record.asked'; readonly copy: string }
  | { readonly type: 'record.ordered'; readonly copy: string }
  | { readonly type: 'record.reminded'; readonly copy: string }
  | { readonly type: 'interview.held'; readonly site: string }
  | { readonly type: 'terms.read'; readonly site: string }
  | { readonly type: 'mirror.checked'; readonly site: string }
  | { readonly type: 'inject.answered'; readonly inject: InjectId; readonly choice: InjectChoice }
  | { readonly type: 'harm.recorded'; readonly site: string }
  | { readonly type: 'reply.asked'; readonly site: string }
  | ({ readonly type: 'finding.recorded' } & TestFinding)
  | ({ readonly type: 'objection.raised' } & Objection)
  | { readonly type: 'report.sealed'; readonly points: readonly ReportPoint[] };
export type ActionType = PlatformTestAction['type'];

/** One cell of a sample plan. */
export interface PlannedCell {
  readonly site: string;
  readonly card: TestCardId;
  readonly copies: number;
}

/** Points of an action, about an hour of work each, and the role whose work it is. Training values. */
export const ACTIONS: Readonly<Record<ActionType, { readonly cost: number; readonly role: PlatformTestRole }>> = {
  'plan.locked': { cost: 0, role: 'statistics' },
  'time.passed': { cost: 0, role: 'lead' },
  'time.skipped': { cost: 0, role: 'lead' },
  'account.opened': { cost: 1, role: 'tester' },
  'card.placed': { cost: 1, role: 'tester' },
  'card.edited': { cost: 2, role: 'tester' },
  'card.reposted': { cost: 2, role: 'tester' },
  'card.withdrawn': { cost: 0, role: 'tester' },
  'site.watched': { cost: 1, role: 'tester' },
  'page.captured': { cost: 1, role: 'tester' },
  'site.captured': { cost: 1, role: 'tester' },
  'report.sent': { cost: 1, role: 'support' },
  'notice.sent': { cost: 2, role: 'support' },
  'appeal.sent': { cost: 1, role: 'sellers' },
  'record.asked': { cost: 3, role: 'police' },
  'record.ordered': { cost: 5, role: 'police' },
  'record.reminded': { cost: 1, role: 'police' },
  'interview.held': { cost: 4, role: 'lead' },
  'terms.read': { cost: 1, role: 'statistics' },
  'mirror.checked': { cost: 1, role: 'statistics' },
  'inject.answered': { cost: 0, role: 'lead' },
  'harm.recorded': { cost: 0, role: 'sellers' },
  'reply.asked': { cost: 0, role: 'lead' },
  'finding.recorded': { cost: 0, role: 'lead' },
  'objection.raised': { cost: 0, role: 'lead' },
  'report.sealed': { cost: 0, role: 'statistics' },
};

/** Points that a team gets at the beginning of each week; what is left over stays. */
export const POINTS_PER_WEEK = 40;
