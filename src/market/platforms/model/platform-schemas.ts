import { z } from 'zod';
import { MarketProfileIdSchema } from '#market/signs/model/schemas.ts';
import { CLAIM_IDS } from './claims.ts';
import { REPORT_ROUTES } from './test-cards.ts';
import { INTERVIEW_QUESTIONS } from './tested-platform.ts';

const text = z.string().min(1);
const id = z.string().regex(/^[a-z][a-z0-9-]*$/);
const percent = z.number().int().min(0).max(100);
const count = z.number().int().min(0);
const natural = z.number().int().positive();

/**
 * Level of age and consent checks: 0 none, 1 tick box, 2 document, 3 document and liveness, 4 checked again in person.
 */
const ladder = z.number().int().min(0).max(4);

const habits = {
  ageCheck: ladder,
  consentCheck: ladder,
  /** Whose reports are answered. */
  answers: z.enum(['anyone', 'members', 'parents', 'nobody']),
  /** True if a flagged ad may be edited and goes online again. */
  editLeak: z.boolean(),
  hoursToAct: natural,
};

/** Habits of each site of a market that no team can test, as authored: `content/platforms/<market>.yaml`. */
export const MarketHabitsSchema = z.strictObject({
  market: MarketProfileIdSchema,
  sites: z.record(id, z.strictObject(habits)),
});

/** The traits of a platform, with those that its habits do not say. */
export const PlatformTraitsSchema = z.strictObject({
  ...habits,
  repostLeak: percent,
  knownImageLeak: percent,
  ownSearch: percent,
  overBlocking: percent,
  upholdsFalseReports: z.boolean(),
  closedRoutes: z.array(z.enum(REPORT_ROUTES)),
  referral: z.enum(['with-data', 'without-data', 'never']),
  preservationKept: percent,
  preservationDays: count,
  permanentRemoval: z.boolean(),
});

const PublicSchema = z.strictObject({
  size: z.enum(['micro', 'small', 'medium']),
  income: z.enum(['fee-per-ad', 'paid-places', 'subscriptions', 'copied-ads', 'newspaper']),
  staff: z.strictObject({ hours: natural.max(168), days: natural.max(7) }),
  says: text,
  terms: z.array(text).min(1),
  promisedHours: natural,
  figures: z.array(z.strictObject({ what: text, value: count })),
  form: z.strictObject({
    account: z.boolean(),
    languages: z.array(text).min(1),
    screenReader: z.boolean(),
    clicks: natural,
  }),
  trustedFlaggers: z.boolean(),
  machineMadePictures: z.enum(['not-asked', 'labelled']),
});

const HiddenSchema = z.strictObject({
  does: text,
  traits: PlatformTraitsSchema,
  chances: z.record(z.enum(CLAIM_IDS), percent),
  answerRate: z.strictObject({ parent: percent, member: percent }),
  moderators: id,
  weeklyCapacity: natural,
  noticeEffect: z.strictObject({ delay: percent, lapses: percent, days: count }),
  reportLimit: z.strictObject({ unfounded: natural, withinDays: natural, unreadDays: count }),
  outage: z
    .strictObject({ week: natural.max(6), hour: z.number().int().min(0).max(167), hours: natural.max(48) })
    .exactOptional(),
  checksLabels: z.boolean(),
  interview: z.record(z.enum(INTERVIEW_QUESTIONS), z.enum(['evasive', 'honest'])),
});

/** A platform that is tested, or a mirror, as authored: `content/platforms/<market>/<site>.yaml`. */
export const PlatformFileSchema = z.discriminatedUnion('kind', [
  z.strictObject({ site: id, kind: z.literal('host'), public: PublicSchema, hidden: HiddenSchema }),
  z.strictObject({
    site: id,
    kind: z.literal('mirror'),
    hidden: z.strictObject({ does: text, copies: z.strictObject({ share: percent, hours: natural }) }),
  }),
]);
