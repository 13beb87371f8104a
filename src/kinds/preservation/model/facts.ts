import { LETTER_PARTS, letterGaps } from '#evidence/letters/model/letter-parts.ts';
import { firstBrokenLink } from '#evidence/locker/model/custody-log.ts';
import { identifiersOn } from '#evidence/locker/model/identifiers.ts';
import { personWords } from '#evidence/locker/model/person-words.ts';
import { isInstant } from '#kernel/model/instant.ts';
import { readServedAd } from '#market/ads/model/read-served-ad.ts';
import { adUrl, type Served, serveAd } from '#market/ads/model/serve-ad.ts';
import type { AlteringAct } from './altered-originals.ts';
import type { FoundError } from './errors.ts';
import { adsWithBasis } from './evidence-lines.ts';
import { NEVERS, type NeverId, withoutRedaction } from './nevers.ts';
import { goneBefore, missedByAlarm, type OrderFault, orderFaults } from './order-of-acts.ts';
import { leftAtEnd, type PageFact, pageFacts } from './page-facts.ts';
import type { CapturedItem } from './play.ts';
import { wholeParts } from './record-parts.ts';
import { isTimeOf } from './record-time.ts';
import type { RecordPart } from './rubric.ts';
import type { RubricResult } from './score-rubric.ts';
import { type SharedTraces, sharedTraces } from './shared-traces.ts';
import { STEPS, type StepInPart, stepsInPart, stepsTaken, type WorkbenchStep } from './steps.ts';
import { type UnloggedActFact, unloggedActs } from './unlogged-acts.ts';
import { subjectOfRequest, type WorkbenchFacts } from './workbench-facts.ts';

/**
 * What happened at a workbench, from its log and its key; every sentence about the workbench rests on these facts.
 * Events are given by their `seq`.
 */
export interface PreservationFacts {
  readonly pages: readonly PageFact[];
  /** Traces that these pages share with one another. */
  readonly shared: SharedTraces;
  /** Ads whose pages are in the locker, do not belong there and are not redacted on the working copy. */
  readonly others: readonly string[];
  /** First event that could warn the advertiser; left out if there is none. */
  readonly alarm?: number;
  /** First preservation request; left out if there is none. */
  readonly requested?: number;
  readonly nevers: readonly NeverId[];
  /** First notice to a platform; left out if none was sent. */
  readonly notice?: number;
  /** Acts that altered originals, in order of the log. */
  readonly altering: readonly AlteringAct[];
  readonly orderFaults: readonly OrderFault[];
  /** Ads whose page was gone before the first alarm, and the site's answer to that was kept. */
  readonly goneBefore: readonly string[];
  /** Ads without a copy at the first alarm whose first version can no longer be captured. */
  readonly lostByAlarm: readonly string[];
  readonly errors: readonly FoundError[];
  /** Parts of the record that hold for every ad that belongs in the locker. */
  readonly whole: readonly RecordPart[];
  /** Whether anything was done at the workbench. */
  readonly isUsed: boolean;
  readonly steps: readonly WorkbenchStep[];
  /** Steps that were taken in part. */
  readonly partly: readonly StepInPart[];
  readonly stepsOf: number;
  /** Whether a look for child material was noted, and whether a closed card was reported. */
  readonly childCheck: { readonly looks: boolean; readonly reports: boolean };
  /** Acts on files of the locker that have no entry in the custody log. */
  readonly untold: readonly UnloggedActFact[];
  /** Number of custody entries, and `seq` of the first that breaks the chain; left out if the chain is unbroken. */
  readonly custody: { readonly entries: number; readonly brokenAt?: number };
  /** Number of page pictures and of context captures. */
  readonly copiesBeside: number;
  /** Every capture, including deleted ones. */
  readonly items: readonly ItemFact[];
  /** Persons named in the custody log, each with a role. */
  readonly people: readonly string[];
  /** Ads with a copy and with a legal basis that was noted before the first copy. */
  readonly basisFirst: readonly string[];
  /** Events of pictures that show an answer without a page. */
  readonly emptyPictures: readonly number[];
  /** Preservation requests written at the workbench, each with its missing or faulty parts. */
  readonly letters: readonly LetterFact[];
  /** Events in which an answer was entered although nothing had been sent by then. */
  readonly answersEarly: readonly number[];
}

/** A preservation request that was written at the workbench. */
interface LetterFact {
  readonly seq: number;
  /** Number of parts that a complete request has. */
  readonly of: number;
  readonly missing: readonly string[];
}

/** One capture, as its record and the log show it. */
export interface ItemFact {
  readonly item: string;
  readonly ad: string;
  readonly status: number;
  /** True if the ad's own address sent the bytes, not a mirror. */
  readonly own: boolean;
  /**
   * True if it was not deleted, its hashes match its bytes, its original was not altered, and it is no withheld card.
   */
  readonly counts: boolean;
  /**
   * `left`: identifiers on the page that the record does not name; `wrong`: identifiers in the record that are not on
   * the page. Both empty if there is no record.
   */
  readonly left: readonly string[];
  readonly wrong: readonly string[];
  /** The last legal basis noted before the capture; empty if there is none. */
  readonly basis: string;
  /** True if the record gives the right address and the right time of capture. */
  readonly told: boolean;
  readonly hasUrl: boolean;
  /** `hasTime`: the record gives a UTC time; `isTimed`: it is the time of capture. */
  readonly hasTime: boolean;
  readonly isTimed: boolean;
  readonly clockBefore: boolean;
  /** True if its hash was read back and was equal, and its original was not altered. */
  readonly verified: boolean;
  readonly sealed: boolean;
}

/** Builds the facts of one workbench. */
export function preservationFacts(
  facts: WorkbenchFacts,
  { nevers, errors }: Pick<RubricResult, 'nevers' | 'errors'>,
): PreservationFacts {
  const { response, alarms, requested, notices, acts } = facts;
  const first = (places: readonly number[]) => (places.length > 0 ? Math.min(...places) : undefined);
  const alarm = first(alarms);
  const request = first(requested);
  const notice = first(notices);
  const pages = pageFacts(facts);
  const broken = firstBrokenLink(response.custody);
  const named = response.custody.filter(({ actor }) => actor.trim() !== '');
  return {
    pages,
    shared: sharedTraces(facts),
    others: [...new Set(withoutRedaction(facts).map(({ ad }) => ad))],
    ...(alarm !== undefined && { alarm }),
    ...(request !== undefined && { requested: request }),
    nevers: NEVERS.filter(({ never }) => nevers.includes(never)).map(({ never }) => never),
    ...(notice !== undefined && { notice }),
    altering: facts.altering,
    orderFaults: orderFaults(facts),
    goneBefore: goneBefore(facts),
    lostByAlarm: missedByAlarm(facts).filter(
      (ad) => leftAtEnd(ad, facts) !== 'never' && pages.some((page) => page.ad === ad && page.state !== 'kept'),
    ),
    errors,
    whole: wholeParts(facts),
    isUsed: response.acts.length > 0,
    steps: stepsTaken(facts),
    partly: stepsInPart(facts),
    stepsOf: STEPS.length,
    childCheck: {
      looks: acts('child-material.checked').length > 0,
      reports: acts('closed-card.reported').length > 0,
    },
    untold: unloggedActs(facts),
    custody: { entries: response.custody.length, ...(broken !== undefined && { brokenAt: broken }) },
    copiesBeside: acts('look.captured').length + acts('context.captured').length,
    items: response.items.map((item) => itemFact(item, facts)),
    people: [...new Set(named.map(personWords))],
    basisFirst: adsWithBasis(facts),
    emptyPictures: acts('look.captured')
      .filter(({ ad, at }) => serveAd(facts.context.market, ad, at, facts.context.world).status !== 200)
      .map(({ seq }) => seq),
    letters: lettersAtWorkbench(facts),
    answersEarly: seqsBefore(facts.written, acts('answer.entered')),
  };
}

const seqsBefore = (places: readonly number[], done: readonly { readonly seq: number }[]) =>
  done.map(({ seq }) => seq).filter((seq) => places.every((place) => seq < place));

function lettersAtWorkbench(facts: WorkbenchFacts): LetterFact[] {
  return facts
    .acts('request.entered')
    .filter(({ letter }) => letter.kind === 'preservation')
    .map(({ letter, seq }) => ({
      seq,
      of: LETTER_PARTS.preservation.length,
      missing: [...new Set(letterGaps(letter, subjectOfRequest(facts, letter)).map(({ part }) => part))],
    }));
}

function itemFact(
  captured: CapturedItem,
  { kept, altering, acts, servedTo, isWithheld, context: { market } }: WorkbenchFacts,
): ItemFact {
  const { item, ad, status, record, clockCheckBefore, verified, sealed } = captured;
  const served = servedTo(captured);
  const basis = acts('authority.noted').findLast((act) => act.legalBasis.trim() !== '' && act.seq < captured.seq);
  return {
    item,
    ad,
    status,
    own: served.url === adUrl(market, ad),
    counts: kept.includes(captured) && !isWithheld(ad),
    basis: (basis?.legalBasis ?? '').replace(/[.\s]+$/, ''),
    told: [served.url, adUrl(market, ad)].includes(record?.url ?? '') && isTimeOf(captured),
    ...identifiersOf(captured, served),
    hasUrl: (record?.url ?? '').trim() !== '',
    hasTime: isInstant(record?.time),
    isTimed: isTimeOf(captured),
    clockBefore: clockCheckBefore,
    verified: verified && altering.every(({ items }) => !items.includes(item)),
    sealed,
  };
}

/** Compares the identifiers on a page with those of its record. */
function identifiersOf({ ad, record }: CapturedItem, served: Served): Pick<ItemFact, 'left' | 'wrong'> {
  if (record === undefined) return { left: [], wrong: [] };
  const shown = identifiersOn(ad, readServedAd(served));
  const named = [...new Set(record.identifiers)];
  return {
    left: shown.filter((one) => !named.includes(one)),
    wrong: named.filter((one) => !shown.includes(one)),
  };
}
