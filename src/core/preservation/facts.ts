import { firstBrokenLink } from '#core/evidence/custody-log.ts';
import { isInstant } from '#core/kernel/instant.ts';
import { adUrl } from '#core/market/serve-ad.ts';
import type { BenchFacts } from './bench-facts.ts';
import type { FoundError } from './errors.ts';
import { NEVERS, type NeverId, withoutRedaction } from './nevers.ts';
import { type OrderFault, orderFaults } from './order-of-acts.ts';
import { type PageFact, pageFacts } from './page-facts.ts';
import type { CapturedItem } from './play.ts';
import type { RecordPart } from './rubric.ts';
import type { RubricResult } from './score-rubric.ts';
import { STEPS, type Step, stepsTaken } from './steps.ts';

/** What happened at a bench, from its log and its key; every sentence about the bench rests on it. */
export interface PreservationFacts {
  readonly pages: readonly PageFact[];
  /** Copies of pages that belong to nobody in the key and are readable on the working copy, by ad. */
  readonly others: readonly string[];
  /** Number of the first event that could warn the advertiser; left out where there is none. */
  readonly alarm?: number;
  /** Number of the first event that asked the site to keep data; left out where there is none. */
  readonly requested?: number;
  readonly nevers: readonly NeverId[];
  readonly orderFaults: readonly OrderFault[];
  readonly errors: readonly FoundError[];
  /** Parts of the record that hold for every page that belongs in the locker. */
  readonly whole: readonly RecordPart[];
  readonly steps: readonly Step[];
  readonly stepsOf: number;
  /** Entries of the custody log, and the first that does not fit the one before it; left out where all fit. */
  readonly custody: { readonly entries: number; readonly brokenAt?: number };
  /** Every capture, whatever became of it. */
  readonly items: readonly ItemFact[];
  /** Persons that the custody log names, each with a role. */
  readonly people: readonly string[];
  readonly legalBasis: string;
}

/** One capture, as its record and the log show it. */
export interface ItemFact {
  readonly item: string;
  readonly ad: string;
  readonly status: number;
  /** The address of the ad itself sent the bytes, and no mirror. */
  readonly own: boolean;
  /** It is there, and its hash is that of its bytes. */
  readonly counts: boolean;
  readonly hasUrl: boolean;
  /** A moment in UTC is written down. */
  readonly hasTime: boolean;
  readonly clockBefore: boolean;
  readonly verified: boolean;
  readonly sealed: boolean;
}

/** The facts of one bench. `whole` comes from the scoring of the record. */
export function preservationFacts(
  facts: BenchFacts,
  { nevers, errors }: Pick<RubricResult, 'nevers' | 'errors'>,
  whole: readonly RecordPart[],
): PreservationFacts {
  const { response, alarms, requested } = facts;
  const first = (places: readonly number[]) => (places.length > 0 ? Math.min(...places) : undefined);
  const alarm = first(alarms);
  const request = first(requested);
  const broken = firstBrokenLink(response.custody);
  return {
    pages: pageFacts(facts),
    others: [...new Set(withoutRedaction(facts).map(({ ad }) => ad))],
    ...(alarm !== undefined && { alarm }),
    ...(request !== undefined && { requested: request }),
    nevers: NEVERS.filter(({ never }) => nevers.includes(never)).map(({ never }) => never),
    orderFaults: orderFaults(facts),
    errors,
    whole,
    steps: stepsTaken(facts),
    stepsOf: STEPS.length,
    custody: { entries: response.custody.length, ...(broken !== undefined && { brokenAt: broken }) },
    items: response.items.map((item) => itemFact(item, facts)),
    people: [...new Set(response.custody.map(({ actor, role }) => `${actor}, ${role}`))],
    legalBasis: response.legalBasis,
  };
}

function itemFact(captured: CapturedItem, { kept, servedTo, context: { market } }: BenchFacts): ItemFact {
  const { item, ad, status, record, clockCheckBefore, verified, sealed } = captured;
  return {
    item,
    ad,
    status,
    own: servedTo(captured).url === adUrl(market, ad),
    counts: kept.includes(captured),
    hasUrl: (record?.url ?? '') !== '',
    hasTime: isInstant(record?.time),
    clockBefore: clockCheckBefore,
    verified,
    sealed,
  };
}
