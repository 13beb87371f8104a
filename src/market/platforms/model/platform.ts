import { type Rng, stream } from '#kernel/model/rng.ts';
import { REPORT_ROUTES, type Reporter, type ReportRoute } from './test-cards.ts';

/** How a site checks and moderates ads, as the files of its market say. Checks are levels from 0 (none) to 4. */
export interface SiteHabits {
  readonly ageCheck: number;
  readonly consentCheck: number;
  /** Whose reports are answered. */
  readonly answers: 'anyone' | 'members' | 'parents' | 'nobody';
  /** True if a flagged ad may be edited and goes online again. */
  readonly editLeak: boolean;
  readonly hoursToAct: number;
}

/** The habits among the traits of a platform: what its market has to say of every site. */
export const habitsOf = ({ ageCheck, consentCheck, answers, editLeak, hoursToAct }: SiteHabits): SiteHabits => ({
  ageCheck,
  consentCheck,
  answers,
  editLeak,
  hoursToAct,
});

/** The site whose moderation is simulated. */
export interface ModeratedSite {
  readonly id: string;
  readonly habits: SiteHabits;
}

/** Behaviour of a simulated platform. Training values; none describes a real site. Probabilities are in per cent. */
export interface PlatformFaults extends SiteHabits {
  /** Probability that a removed card can be reposted from a new account. */
  readonly repostLeak: number;
  /** Probability that a picture with a listed hash can be uploaded again. */
  readonly knownImageLeak: number;
  /** Probability that a forbidden card is found without a report. */
  readonly ownSearch: number;
  /** Probability that a lawful card is blocked. */
  readonly overBlocking: number;
  readonly upholdsFalseReports: boolean;
  readonly closedRoutes: readonly ReportRoute[];
  readonly referral: 'with-data' | 'without-data' | 'never';
  /** Share of the requested fields that is preserved, in per cent. */
  readonly preservationKept: number;
  readonly preservationDays: number;
  /** True if a card removed at the request of the person shown stays offline. */
  readonly permanentRemoval: boolean;
}

/** A platform without faults. */
export const SOUND_PLATFORM: PlatformFaults = {
  ageCheck: 4,
  consentCheck: 4,
  answers: 'anyone',
  editLeak: false,
  hoursToAct: 6,
  repostLeak: 0,
  knownImageLeak: 0,
  ownSearch: 100,
  overBlocking: 0,
  upholdsFalseReports: false,
  closedRoutes: [],
  referral: 'with-data',
  preservationKept: 100,
  preservationDays: 90,
  permanentRemoval: true,
};

/** Values of each trait on a careless site; one of them is drawn. */
const CARELESS_VALUES: {
  readonly [Trait in Exclude<keyof PlatformFaults, keyof SiteHabits>]: readonly PlatformFaults[Trait][];
} = {
  repostLeak: [40, 70, 100],
  knownImageLeak: [50, 100],
  ownSearch: [0, 30],
  overBlocking: [20, 40, 60],
  upholdsFalseReports: [true],
  closedRoutes: [['other-language'], ['screen-reader'], REPORT_ROUTES],
  referral: ['never', 'without-data'],
  preservationKept: [30, 60, 80],
  preservationDays: [14, 30],
  permanentRemoval: [false],
};

/** Acting without checking harms lawful people; careful and careless sites do so equally often. */
const OVERREACTIONS: ReadonlySet<string> = new Set(['overBlocking', 'upholdsFalseReports']);
const OVERREACTION_PERCENT = 30;

/**
 * A site that is careless in its habits is more likely to be so in the others: base percentage, and
 * increase per stated fault.
 */
const CARELESS_PERCENT = 15;
const CARELESS_PERCENT_PER_FAULT = 12;

/**
 * Behaviour of the platform of a site: its habits, the other traits drawn from the seed, and both overridden
 * by `stated`. The same site and seed give the same platform.
 */
export function platformFaults(
  site: ModeratedSite,
  seed: string,
  stated: Partial<PlatformFaults> = {},
): PlatformFaults {
  const chance = CARELESS_PERCENT + CARELESS_PERCENT_PER_FAULT * statedFaults(site.habits);
  const drawn = Object.entries(CARELESS_VALUES).map(([trait, values]) => {
    const rng = stream(seed, `moderation platform ${site.id} ${trait}`);
    const lapses = happens(rng, OVERREACTIONS.has(trait) ? OVERREACTION_PERCENT : chance);
    return [trait, lapses ? values[rng.int(values.length)] : SOUND_PLATFORM[trait as keyof PlatformFaults]];
  });
  return { ...SOUND_PLATFORM, ...Object.fromEntries(drawn), ...site.habits, ...stated };
}

/** Number of habits that are faults, from 0 to 5. */
function statedFaults({ ageCheck, consentCheck, answers, editLeak, hoursToAct }: SiteHabits): number {
  return [ageCheck < 2, consentCheck < 3, answers !== 'anyone', editLeak, hoursToAct > 24].filter(Boolean).length;
}

/** True with a probability of `percent` in a hundred. */
export const happens = (rng: Rng, percent: number): boolean => rng.int(100) < percent;

const ANSWERED: Readonly<Record<PlatformFaults['answers'], readonly Reporter[] | 'all'>> = {
  anyone: 'all',
  members: ['parent', 'member', 'police', 'trusted-flagger'],
  parents: ['parent', 'police', 'trusted-flagger'],
  nobody: [],
};

/** True if a platform of that kind answers that reporter. @see the lesson of a platform that acted for parents only. */
export function isAnswered(answers: PlatformFaults['answers'], reporter: Reporter): boolean {
  const answered = ANSWERED[answers];
  return answered === 'all' || answered.includes(reporter);
}
