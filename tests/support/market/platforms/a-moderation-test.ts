import type { FAULTS } from '#market/platforms/model/faults.ts';
import type { CardTruth } from '#market/platforms/model/moderation-event.ts';
import { type PlatformFaults, type SiteHabits, SOUND_PLATFORM } from '#market/platforms/model/platform.ts';
import { simulateModeration } from '#market/platforms/model/simulate-moderation.ts';

/** The moment at which every test of platforms begins. */
export const BEGIN = '2031-01-29T09:00:00Z';

export const MARKET_ID = '0123456789abcdef';

/** An invented site; its habits are good unless told. */
export function aSite(id: string, habits: Partial<SiteHabits> = {}) {
  const { ageCheck, consentCheck, answers, editLeak, hoursToAct } = SOUND_PLATFORM;
  return {
    id,
    name: id,
    host: `${id}.example`,
    habits: { ageCheck, consentCheck, answers, editLeak, hoursToAct, ...habits },
  };
}

export const SITE = aSite('varn-board');

/** A test of one platform that does all that is expected, but for what is named. */
export function aTestOf(faults: Partial<PlatformFaults> = {}, seed = 'moderation') {
  const stated = { ...SOUND_PLATFORM, ...faults };
  return simulateModeration({ site: SITE, marketId: MARKET_ID, seed, from: BEGIN, stated });
}

/** The faults of each card that has any. */
export function faultsByCard(cards: readonly CardTruth[]): Record<string, string[]> {
  const named = cards.map(({ card, faults }) => [card, faults.map(({ fault }) => fault).sort()] as const);
  return Object.fromEntries(named.filter(([, faults]) => faults.length > 0));
}

/** One platform fault switched on alone, with the faults that have to show and the cards on which. */
export interface LoneFault {
  readonly stated: Partial<PlatformFaults>;
  readonly shows: Readonly<Partial<Record<keyof typeof FAULTS, readonly string[]>>>;
}

const EVERY_REFERRAL = ['TC1', 'TC13', 'TC2', 'TC3', 'TC8'];

/** Typed from the description of the cards, not from the tables of the code. */
export const LONE_FAULTS: readonly LoneFault[] = [
  { stated: { ageCheck: 0 }, shows: { 'weak-age-check': ['TC1', 'TC2', 'TC3'] } },
  { stated: { ageCheck: 1 }, shows: { 'weak-age-check': ['TC2'] } },
  { stated: { consentCheck: 0 }, shows: { 'weak-consent-check': ['TC5', 'TC6'] } },
  { stated: { consentCheck: 2 }, shows: { 'weak-consent-check': ['TC6'] } },
  { stated: { editLeak: true }, shows: { 'edit-leak': ['TC3'] } },
  { stated: { repostLeak: 100 }, shows: { 'repost-leak': ['TC4'] } },
  { stated: { knownImageLeak: 100 }, shows: { 'known-image-leak': ['TC13'] } },
  { stated: { permanentRemoval: false }, shows: { 'removal-not-permanent': ['TC7'] } },
  { stated: { answers: 'members' }, shows: { 'report-unanswered': ['TC14', 'TC7', 'TC8'] } },
  { stated: { answers: 'parents' }, shows: { 'report-unanswered': ['TC11', 'TC14', 'TC7', 'TC8'] } },
  {
    stated: { answers: 'nobody' },
    shows: { 'report-unanswered': ['TC10', 'TC11', 'TC14', 'TC4', 'TC7', 'TC8', 'TC9'] },
  },
  { stated: { closedRoutes: ['screen-reader'] }, shows: { 'report-route-closed': ['TC14'] } },
  { stated: { hoursToAct: 100 }, shows: { late: ['TC10', 'TC11', 'TC14', 'TC4', 'TC7', 'TC8', 'TC9'] } },
  { stated: { upholdsFalseReports: true }, shows: { 'false-report-upheld': ['TC11'] } },
  { stated: { overBlocking: 100 }, shows: { 'over-blocking': ['TC12'] } },
  { stated: { referral: 'never' }, shows: { 'not-referred': EVERY_REFERRAL } },
  { stated: { referral: 'without-data' }, shows: { 'referred-without-data': EVERY_REFERRAL } },
  { stated: { preservationKept: 60 }, shows: { 'fields-not-kept': ['TC9'] } },
  { stated: { preservationDays: 30 }, shows: { 'kept-too-short': ['TC9'] } },
];

/** So many seeds of one family: always the same ones. */
export const seeds = (family: string, count: number) => Array.from({ length: count }, (_, n) => `${family}-${n}`);
