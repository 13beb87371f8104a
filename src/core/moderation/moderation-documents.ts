import { addMinutes, type Instant } from '#core/kernel/instant.ts';
import { InvariantError } from '#core/kernel/invariant.ts';
import type { MarketProfile, Site } from '#core/market/schemas.ts';
import { FAULT_IDS, type FaultId } from './faults.ts';
import type { ModerationEvent } from './moderation-event.ts';
import type { PlatformFaults } from './platform.ts';
import {
  type PublicTestCard,
  type SiteTruth,
  simulateModeration,
  TEST_WEEKS,
  testCards,
} from './simulate-moderation.ts';

/** The line that every record carries (rule C01), where the order brings none in the reader's language. */
const NOTICE = 'SYNTHETIC TRAINING MATERIAL – no real person, place or offer';

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
  /** The words in which a finding is written: one of these, or `none`. */
  readonly possibleFaults: readonly FaultId[];
  readonly log: readonly ModerationEvent[];
}

/** `moderation-truth.json`: secret. Only `app` and the commands of a facilitator open it. */
export interface ModerationTruth {
  readonly schema: 'moderation-truth/1';
  readonly synthetic: true;
  readonly marketId: string;
  readonly seed: string;
  readonly sites: readonly SiteTruth[];
}

export interface ModerationDocumentsOrder {
  readonly profile: { readonly id: MarketProfile['id']; readonly sites: readonly Site[] };
  /** So many of the profile's sites are tested, the first ones. */
  readonly sites: number;
  readonly marketId: string;
  readonly seed: string;
  /** The moment at which the six weeks begin. */
  readonly from: Instant;
  readonly notice?: string;
  /** By site id: what holds there whatever the profile states and the seed draws. */
  readonly stated?: Readonly<Record<string, Partial<PlatformFaults>>>;
}

/**
 * The test of several sites of a market as two documents, one public and one secret. The same order gives the same bytes.
 * Throws `InvariantError` where the profile has not so many sites, or has no site of a stated id.
 */
export function moderationDocuments(order: ModerationDocumentsOrder): {
  readonly public: ModerationDocument;
  readonly truth: ModerationTruth;
} {
  const { profile, marketId, seed, from, notice = NOTICE, stated = {} } = order;
  const sites = chosenSites(order);
  const tests = sites.map((site) => {
    const faults = stated[site.id];
    return simulateModeration({ site, marketId, seed, from, ...(faults ? { stated: faults } : {}) });
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

function chosenSites({ profile, sites, stated = {} }: ModerationDocumentsOrder): readonly Site[] {
  if (!Number.isInteger(sites) || sites < 1 || sites > profile.sites.length)
    throw new InvariantError(`${profile.id} has ${profile.sites.length} sites. Test from 1 to so many, not ${sites}.`);
  const chosen = profile.sites.slice(0, sites);
  const stray = Object.keys(stated).filter((id) => !chosen.some((site) => site.id === id));
  if (stray.length > 0)
    throw new InvariantError(`Faults are stated for ${stray.join(', ')}, which is not tested. Check the id.`);
  return chosen;
}
