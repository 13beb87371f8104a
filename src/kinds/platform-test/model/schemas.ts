import * as z from 'zod/mini';
import type { KindReads } from '#case/exercise/model/kind-reads.ts';
import { CLAIM_IDS } from '#market/platforms/model/claims.ts';
import { REPORT_ROUTES, TEST_CARD_IDS } from '#market/platforms/model/test-cards.ts';
import { FORM_REPORTERS, OBJECTABLE, REASON_LETTERS, REPORT_POINTS, ROLES, WORDS } from './actions.ts';
import { LAST_HOUR } from './clock.ts';
import { INJECT_IDS, INJECTS, type InjectChoice } from './injects.ts';
import { SITE_PAGES } from './page-address.ts';
import { MAX_PLANNED } from './play.ts';
import type { PlatformTestBrief } from './state.ts';

const id = z.string().check(z.minLength(1), z.maxLength(80));
const MAX_ACCOUNTS = 100;
const account = z.int().check(z.gte(1), z.lte(MAX_ACCOUNTS));
const hours = z.number().check(z.gt(0), z.lte(LAST_HOUR));
const card = z.enum(TEST_CARD_IDS);
const claim = z.enum(CLAIM_IDS);
const choices = INJECT_IDS.flatMap((inject): readonly InjectChoice[] => INJECTS[inject].choices);

const onCopy = <const Type extends string>(type: Type) => z.strictObject({ type: z.literal(type), copy: id });
const onSite = <const Type extends string>(type: Type) => z.strictObject({ type: z.literal(type), site: id });

const acts = [
  z.strictObject({
    type: z.literal('plan.locked'),
    cells: z
      .array(z.strictObject({ site: id, card, copies: z.int().check(z.gte(0), z.lte(MAX_ACCOUNTS)) }))
      .check(z.maxLength(200)),
  }),
  z.strictObject({ type: z.literal('time.passed'), hours }),
  z.strictObject({ type: z.literal('account.opened') }),
  z.strictObject({
    type: z.literal('card.placed'),
    site: id,
    card,
    account: z.optional(account),
    madeByProgram: z.optional(z.literal(true)),
  }),
  onCopy('card.edited'),
  onCopy('card.reposted'),
  onCopy('card.withdrawn'),
  onSite('site.watched'),
  z.strictObject({ type: z.literal('page.captured'), copy: id, mirror: z.optional(id) }),
  z.strictObject({
    type: z.literal('site.captured'),
    site: id,
    page: z.enum(SITE_PAGES),
    language: z.optional(id),
  }),
  z.strictObject({
    type: z.literal('report.sent'),
    copy: id,
    reporter: z.enum(FORM_REPORTERS),
    route: z.optional(z.enum(REPORT_ROUTES)),
    account: z.optional(account),
  }),
  onCopy('notice.sent'),
  onCopy('appeal.sent'),
  onCopy('record.asked'),
  onCopy('record.ordered'),
  onCopy('record.reminded'),
  onSite('interview.held'),
  onSite('terms.read'),
  onSite('mirror.checked'),
  z.strictObject({ type: z.literal('inject.answered'), inject: z.enum(INJECT_IDS), choice: z.enum(choices) }),
  onSite('harm.recorded'),
  onSite('reply.asked'),
  z.strictObject({
    type: z.literal('finding.recorded'),
    site: id,
    claim,
    word: z.enum(WORDS),
    items: z.array(id).check(z.maxLength(240)),
    innocent: z.boolean(),
    certainty: z.int().check(z.gte(0), z.lte(100)),
  }),
  z.strictObject({
    type: z.literal('objection.raised'),
    role: z.enum(ROLES),
    site: id,
    about: z.union([z.strictObject({ claim }), z.strictObject({ act: z.enum(OBJECTABLE) })]),
    reason: z.string().check(z.maxLength(REASON_LETTERS.most)),
  }),
  z.strictObject({ type: z.literal('report.sealed'), points: z.array(z.enum(REPORT_POINTS)).check(z.maxLength(20)) }),
] as const;

/** The acts of the kind as a saved log may contain them; see `PlatformTestAct`. */
export const PlatformTestActionSchema = z.discriminatedUnion('type', [
  ...acts,
  z.strictObject({
    type: z.literal('week.planned'),
    acts: z.array(z.discriminatedUnion('type', acts)).check(z.maxLength(MAX_PLANNED)),
  }),
  z.strictObject({ type: z.literal('sites.given'), sites: z.array(id).check(z.minLength(1), z.maxLength(20)) }),
  z.strictObject({ type: z.literal(['clock.stopped', 'clock.let-go', 'event.awaited']) }),
]);

const MAX_PEOPLE = 6;

/**
 * Brief of this kind in a scenario: the people of the team, and what its draws are made of. The platforms of its market
 * are added when the case is built, and the first hour is the beginning of the case.
 */
export const PlatformTestBriefSchema = z.strictObject({
  /** The market of the case, which has to have platforms in `content/platforms/`. */
  market: z.string().check(z.minLength(1), z.maxLength(20)),
  seed: z.string().check(z.minLength(1), z.maxLength(80)),
  people: z.int().check(z.gte(1), z.lte(MAX_PEOPLE)),
});

/** What a scenario says of a test; the platforms are not in it. */
export type AuthoredTest = z.output<typeof PlatformTestBriefSchema>;

/** Schemas of the kind for outside input. */
export const PLATFORM_TEST_READS: KindReads = {
  brief: PlatformTestBriefSchema,
  action: PlatformTestActionSchema,
  sitesIn(brief) {
    const { platforms = [], mirrors = [] } = brief as Partial<PlatformTestBrief>;
    return [...platforms, ...mirrors].map((site) => site.id);
  },
  namesIn(action) {
    const planned = action['acts'];
    const cells = action['cells'];
    const parts = [planned, cells].flatMap((list) =>
      Array.isArray(list) ? (list as readonly { site?: unknown }[]) : [],
    );
    const given = action['sites'];
    return {
      sites: [
        ...parts.flatMap(({ site }) => (site === undefined ? [] : [site])),
        ...(Array.isArray(given) ? (given as readonly string[]) : []),
      ],
    };
  },
};
