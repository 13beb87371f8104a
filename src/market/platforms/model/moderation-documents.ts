import { addMinutes, type Instant } from '#kernel/model/instant.ts';
import { InvariantError, required } from '#kernel/model/invariant.ts';
import type { MarketProfile, Site } from '#market/ads/model/schemas.ts';
import { FAULT_IDS, type FaultId } from './faults.ts';
import type { ModerationEvent } from './moderation-event.ts';
import type { PlatformFaults, SiteHabits } from './platform.ts';
import {
  type PublicTestCard,
  type SiteTruth,
  simulateModeration,
  TEST_WEEKS,
  testCards,
} from './simulate-moderation.ts';

/** The notice on every record (rule C01), unless the order has one in the reader's language. */
export const NOTICE = 'SYNTHETIC TRAINING MATERIAL – no real person, place or offer';

const MINUTES_PER_WEEK = 7 * 24 * 60;

/** `moderation.json`: what a test team gets. */
export interface ModerationDocument {
  readonly schema: 'moderation/1';
  readonly synthetic: true;
  readonly marketId: string;
  readonly notice: string;
  readonly profile: MarketProfile['id'];
  readonly from: Instant;
  readonly until: Instant;
  readonly sites: readonly Pick<Site, 'id' | 'name' | 'host'>[];
  readonly cards: readonly PublicTestCard[];
  /** The vocabulary of findings: one of these, or `none`. */
  readonly possibleFaults: readonly FaultId[];
  readonly log: readonly ModerationEvent[];
}

/** `moderation-truth.json`: secret. Only `app` and the facilitator's commands open it. */
export interface ModerationTruth {
  readonly schema: 'moderation-truth/1';
  readonly synthetic: true;
  readonly marketId: string;
  readonly seed: string;
  readonly sites: readonly SiteTruth[];
}

export interface ModerationDocumentsOrder {
  readonly profile: {
    readonly id: MarketProfile['id'];
    readonly sites: readonly Pick<Site, 'id' | 'name' | 'host'>[];
  };
  /** Habits of the sites of the profile, by site id. */
  readonly habits: Readonly<Record<string, SiteHabits>>;
  /** Number of tested sites: the first ones of the profile. */
  readonly sites: number;
  readonly marketId: string;
  readonly seed: string;
  /** Start of the six weeks. */
  readonly from: Instant;
  readonly notice?: string;
  /** By site id: traits that override the profile and the seed. */
  readonly stated?: Readonly<Record<string, Partial<PlatformFaults>>>;
}

/**
 * The test of several sites of a market as two documents, one public and one secret. The same order gives the same
 * bytes. Throws `InvariantError` if the profile has fewer sites, or has no site with an id in `stated`.
 */
export function moderationDocuments(order: ModerationDocumentsOrder): {
  readonly public: ModerationDocument;
  readonly truth: ModerationTruth;
} {
  const { profile, habits, marketId, seed, from, notice = NOTICE, stated = {} } = order;
  const sites = chosenSites(order);
  const tests = sites.map((site) => {
    const faults = stated[site.id];
    const moderated = { id: site.id, habits: required(habits[site.id], `habits of ${site.id}`) };
    return simulateModeration({ site: moderated, marketId, seed, from, ...(faults ? { stated: faults } : {}) });
  });
  return {
    public: {
      schema: 'moderation/1',
      synthetic: true,
      marketId,
      notice,
      profile: profile.id,
      from,
      until: addMinutes(from, TEST_WEEKS * MINUTES_PER_WEEK),
      sites: sites.map(({ id, name, host }) => ({ id, name, host })),
      cards: testCards(marketId),
      possibleFaults: FAULT_IDS,
      log: tests.flatMap(({ log }) => log),
    },
    truth: {
      schema: 'moderation-truth/1',
      synthetic: true,
      marketId,
      seed,
      sites: tests.map(({ truth }) => truth),
    },
  };
}

function chosenSites({ profile, sites, stated = {} }: ModerationDocumentsOrder) {
  if (!Number.isInteger(sites) || sites < 1 || sites > profile.sites.length)
    throw new InvariantError(`${profile.id} has ${profile.sites.length} sites. Test from 1 to so many, not ${sites}.`);
  const chosen = profile.sites.slice(0, sites);
  const stray = Object.keys(stated).filter((id) => !chosen.some((site) => site.id === id));
  if (stray.length > 0)
    throw new InvariantError(`Faults are stated for ${stray.join(', ')}, which is not tested. Check the id.`);
  return chosen;
}
