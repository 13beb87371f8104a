import { compareCodes } from '#kernel/model/compare-codes.ts';
import type { Instant } from '#kernel/model/instant.ts';
import { InvariantError } from '#kernel/model/invariant.ts';
import { type CardRun, createCardRun } from './card-run.ts';
import type { FaultId } from './faults.ts';
import { type ModerationMetrics, measureModeration } from './measure-moderation.ts';
import type { CardFault, CardTruth, Deed, ModerationEvent } from './moderation-event.ts';
import { type ModeratedSite, type PlatformFaults, platformFaults } from './platform.ts';
import { playCard } from './play-card.ts';
import { TEST_CARDS, type TestCard } from './test-cards.ts';

/** Weeks of a test, as long as a market runs. */
export const TEST_WEEKS = 6;

/** Minimum weeks: with fewer, the copies of a card would not be offline before the end. */
const MIN_WEEKS = 2;

export interface ModerationOrder {
  readonly site: ModeratedSite;
  readonly marketId: string;
  readonly seed: string;
  /** Start of the first week. */
  readonly from: Instant;
  /** Whole weeks, at least 2; six by default. */
  readonly weeks?: number;
  /** Traits that override the profile and the seed. */
  readonly stated?: Partial<PlatformFaults>;
}

/** The secret half of the test of one site. */
export interface SiteTruth {
  readonly site: string;
  readonly platform: PlatformFaults;
  readonly cards: readonly CardTruth[];
  readonly metrics: ModerationMetrics;
}

/** A test card as the team gets it. */
export interface PublicTestCard extends TestCard {
  readonly marketId: string;
}

/** Result of testing one site. */
export interface ModerationTest {
  readonly cards: readonly PublicTestCard[];
  /** In chronological order. Contains what a test team can observe and no reasons. */
  readonly log: readonly ModerationEvent[];
  readonly truth: SiteTruth;
}

/**
 * Simulates how the platform of a site handles every copy of every test card. The same order gives the same bytes.
 * Throws `InvariantError` for fewer weeks than the cards need.
 */
export function simulateModeration(order: ModerationOrder): ModerationTest {
  const { site, marketId, seed, from, weeks = TEST_WEEKS, stated } = order;
  if (!Number.isInteger(weeks) || weeks < MIN_WEEKS)
    throw new InvariantError(
      `A test of ${weeks} weeks has no room for the cards. Give whole weeks, at least ${MIN_WEEKS}.`,
    );
  const platform = platformFaults(site, seed, stated);
  const runs = TEST_CARDS.map((card) => ({
    card,
    copies: Array.from({ length: card.copies }, (_, n) =>
      played(createCardRun({ site, platform, card, copy: n + 1, seed, from, weeks })),
    ),
  }));
  const log = runs.flatMap(({ copies }) => copies.flatMap((copy) => copy.log)).sort((a, b) => compareCodes(a.at, b.at));
  return {
    cards: testCards(marketId),
    log,
    truth: {
      site: site.id,
      platform,
      cards: runs.map(({ card, copies }) =>
        truthOf(
          card,
          copies.flatMap((copy) => copy.deeds),
        ),
      ),
      metrics: measureModeration(log),
    },
  };
}

/** The cards with the id of their market (rule C01). */
export const testCards = (marketId: string): PublicTestCard[] => TEST_CARDS.map((card) => ({ ...card, marketId }));

function played(run: CardRun): CardRun {
  playCard(run);
  return run;
}

function truthOf({ id }: TestCard, deeds: readonly Deed[]): CardTruth {
  const faults = new Set(deeds.flatMap(({ fault }) => fault ?? []));
  return { card: id, faults: [...faults].map((fault) => faultOver(deeds, fault)), deeds };
}

function faultOver(deeds: readonly Deed[], fault: FaultId): CardFault {
  const shown = deeds.filter((deed) => deed.fault === fault);
  const hours = shown.flatMap((deed) => deed.hours ?? []);
  return {
    fault,
    reasons: [...new Set(shown.map(({ reason }) => reason))],
    copies: [...new Set(shown.map(({ copy }) => copy))],
    ...(hours.length > 0 ? { hours: Math.max(...hours) } : {}),
    evidence: shown.flatMap(({ evidence }) => evidence),
  };
}
