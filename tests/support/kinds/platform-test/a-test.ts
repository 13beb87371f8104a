import type { PlatformTestAction } from '#kinds/platform-test/model/actions.ts';
import { playTest } from '#kinds/platform-test/model/play-test.ts';
import type { PlatformTestBrief, PlatformTestState } from '#kinds/platform-test/model/state.ts';
import { trialsIn } from '#kinds/platform-test/model/trials.ts';
import { seenSoFar } from '#kinds/platform-test/model/visible.ts';
import { CLAIM_IDS, type ClaimId } from '#market/platforms/model/claims.ts';
import type { PageWords } from '#market/platforms/model/page-schemas.ts';
import type { HiddenHalf, TestedPlatform } from '#market/platforms/model/tested-platform.ts';
import { LIBRARY } from '../../builders/the-library.ts';

const { tested = [], mirrors = [], pages } = LIBRARY.platforms.get('BUY') ?? {};

/** The shipped words of their pages. */
export const PAGES = pages as PageWords;

/** A Monday. */
export const MONDAY = '2031-01-27T09:00:00Z';

/** The shipped platforms. */
export const aBrief = (seed = 'test', more: Partial<PlatformTestBrief> = {}): PlatformTestBrief => ({
  seed,
  from: MONDAY,
  people: 6,
  platforms: tested,
  mirrors,
  pages: PAGES,
  ...more,
});

/** No claim fails, nor does anything else. */
const NO_CHANCES = Object.fromEntries(CLAIM_IDS.map((claim) => [claim, 0])) as Record<ClaimId, number>;

/** The good platform without any slip, but for what is said. */
export function aPlatform(
  chances: Partial<Record<ClaimId, number>> = {},
  hidden: Partial<HiddenHalf> = {},
  half: Partial<TestedPlatform> = {},
): TestedPlatform {
  const good = tested.find(({ id }) => id === 'four-towns') as TestedPlatform;
  const { outage: _, ...rest } = good.hidden;
  return {
    ...good,
    ...half,
    hidden: {
      ...rest,
      answerRate: { parent: 100, member: 100 },
      ...hidden,
      chances: { ...NO_CHANCES, ...chances },
    },
  };
}

/** A test of one such platform. */
export const briefOf = (...platforms: TestedPlatform[]): PlatformTestBrief => aBrief('one', { platforms, mirrors: [] });

export const SITE = 'four-towns';

export const place = (card: string, site = SITE, account = 1) =>
  ({ type: 'card.placed', site, card, account }) as PlatformTestAction;
export const pass = (hours: number) => ({ type: 'time.passed', hours }) as const;
export const on = (type: string, copy: string, more: object = {}) =>
  ({
    type,
    copy: copy.includes('four') || copy.split('-').length > 2 ? copy : `${SITE}-${copy}`,
    ...more,
  }) as never as PlatformTestAction;
export const reported = (copy: string, reporter: string, more: object = {}) =>
  on('report.sent', copy, { reporter, ...more });

/** Hours until the answer to each report, in order; undefined where none came. */
export function delaysIn(state: PlatformTestState): (number | undefined)[] {
  return state.events
    .filter(({ type }) => type === 'report.sent')
    .map((report) => {
      const answer = state.events.find(
        (event) =>
          event.type === 'report.answered' &&
          event.copy === report.copy &&
          event.card === report.card &&
          event.site === report.site,
      );
      return answer && answer.hour - report.hour;
    });
}

/** Trials of a play as `claim:passed` or `claim:failed`. */
export const trialsAs = (state: PlatformTestState) =>
  trialsIn(seenSoFar(state)).map(({ claim, failed }) => `${claim}:${failed ? 'failed' : 'passed'}`);

export const played = (brief: PlatformTestBrief, ...actions: PlatformTestAction[]) => playTest(brief, actions);
