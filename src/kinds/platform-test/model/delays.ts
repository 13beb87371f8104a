import type { TestedPlatform } from '#market/platforms/model/tested-platform.ts';
import { nextWorkingHour, startOfWeek, weekOf } from './clock.ts';
import { BUSY_FACTOR } from './injects.ts';
import { around, cardOf, isKnown, lapses, type NextState, platformOf } from './next-state.ts';
import type { OpenPlatform } from './open-brief.ts';
import type { TestCopy } from './state.ts';

/** Maximum share of its due hours that a platform in time uses. */
const SHARE_OF_DUE = 0.7;

/** Minimum factor on its due hours that a late answer takes. */
const LATE_FACTOR = 1.15;

/** Hours for a card that has no limit of its own. */
const DUE_HOURS = 24;

/** Maximum hours of any answer: below the period after which an empty inbox counts as no answer. */
const MAX_DELAY = 230;

/** Factor on the delay for a notice of a trusted flagger. */
const PRIORITY = 0.5;

/** Hours in which moderators answer a test account that they recognised in the busy week. */
const RECOGNISED_DELAY = 1;

const BUSY_WEEK = 4;

/**
 * Hours until the platform answers: its base delay, longer with each open case and in the busy week, shorter for a
 * known test account. Without weekend work nobody answers at a weekend, and nobody while the site is down.
 */
export function answerDelay(next: NextState, copy: TestCopy, use: string, hasPriority: boolean): number {
  const platform = platformOf(next.brief, copy.site);
  const { hidden } = platform;
  const due = cardOf(copy.card).dueHours || DUE_HOURS;
  const base = around(next, `${copy.id} delay ${use}`, hidden.traits.hoursToAct);
  const isLate = lapses(next, copy, 'late', use);
  const drawn = isLate ? due * LATE_FACTOR + base : Math.min(base, SHARE_OF_DUE * due);
  const load = 1 + openCasesOf(next, platform) / hidden.weeklyCapacity;
  const busy = weekOf(next.hour) === BUSY_WEEK ? BUSY_FACTOR : 1;
  const known = isKnown(next, platform, copy.account);
  const isRecognised = known && next.injects.some(({ id, site }) => id === 'recognised' && site === copy.site);
  if (isRecognised) return RECOGNISED_DELAY;
  const hurries = hasPriority && !isLate && platform.public.trustedFlaggers;
  const share = (known ? hidden.noticeEffect.delay / 100 : 1) * (hurries ? PRIORITY : 1);
  const hours = Math.min(drawn * load * busy * share, MAX_DELAY);
  return isLate ? hours : whenAwake(next, platform, next.hour + hours) - next.hour;
}

/** Cases of the team on which the platform still has to act. */
const openCasesOf = ({ open, copies }: NextState, { id }: TestedPlatform): number =>
  open.filter((step) => step.step === 'answer' && copies.some((copy) => copy.id === step.copy && copy.site === id))
    .length;

/** The first hour from `hour` on at which somebody works and the site is up. */
function whenAwake(next: NextState, platform: TestedPlatform, hour: number): number {
  const up = isDown(platform, hour) ? (outageOf(platform)?.until ?? hour) : hour;
  return platform.public.staff.days > 5 ? up : nextWorkingHour(next.brief.from, up);
}

/** True if the site of a platform cannot be reached at this hour. A visitor sees it; the platform sends nothing. */
export function isDown(platform: OpenPlatform, hour: number): boolean {
  const { hidden } = platform;
  if (!hidden) return platform.isDown ?? false;
  const down = outageOf({ hidden });
  return down !== undefined && hour >= down.from && hour < down.until;
}

/** The hours in which the site is down, if there are any. */
export function outageOf({
  hidden,
}: Pick<TestedPlatform, 'hidden'>): { readonly from: number; readonly until: number } | undefined {
  const { outage } = hidden;
  if (!outage) return undefined;
  const from = startOfWeek(outage.week) + outage.hour;
  return { from, until: from + outage.hours };
}
