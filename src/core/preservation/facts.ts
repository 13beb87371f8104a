import { firstBrokenLink } from '#core/evidence/custody-log.ts';
import { identifiersOn } from '#core/evidence/identifiers.ts';
import { LETTER_PARTS, letterGaps } from '#core/evidence/letters/letter-parts.ts';
import { personWords } from '#core/evidence/person-words.ts';
import { isInstant } from '#core/kernel/instant.ts';
import { readServedAd } from '#core/market/read-served-ad.ts';
import { adUrl, type Served, serveAd } from '#core/market/serve-ad.ts';
import type { AlteringAct } from './altered-originals.ts';
import { type BenchFacts, letterSubject } from './bench-facts.ts';
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
import { STEPS, type Step, type StepInPart, stepsInPart, stepsTaken } from './steps.ts';
import { type UntoldTouchFact, untoldTouches } from './untold-touches.ts';

/** What happened at a bench, from its log and its key; every sentence about the bench rests on it. */
export interface PreservationFacts {
  readonly pages: readonly PageFact[];
  /** What these pages share with one another. */
  readonly shared: SharedTraces;
  /** Pages in the locker that do not belong there and can be read on the working copy, by ad. */
  readonly others: readonly string[];
  /** Number of the first event that could warn the advertiser; left out where there is none. */
  readonly alarm?: number;
  /** Number of the first event that asked the site to keep data; left out where there is none. */
  readonly requested?: number;
  readonly nevers: readonly NeverId[];
  /** Number of the first report; left out where none went out. */
  readonly notice?: number;
  /** What altered originals, act by act. */
  readonly altering: readonly AlteringAct[];
  readonly orderFaults: readonly OrderFault[];
  /** Pages that were gone before the first alarm, of which the answer of the site was kept. */
  readonly goneBefore: readonly string[];
  /** Pages that had no copy at the first alarm and whose first version nobody can show any more. */
  readonly lostByAlarm: readonly string[];
  readonly errors: readonly FoundError[];
  /** Parts of the record that hold for all that belongs in the locker. */
  readonly whole: readonly RecordPart[];
  /** Whether anything was done at the bench. */
  readonly isUsed: boolean;
  readonly steps: readonly Step[];
  /** Steps of which the log shows a part. */
  readonly partly: readonly StepInPart[];
  readonly stepsOf: number;
  /** Whether a look for child material was noted, and whether a closed card was reported. */
  readonly childCheck: { readonly looks: boolean; readonly reports: boolean };
  /** What was done with files of the locker and has no entry in the custody log. */
  readonly untold: readonly UntoldTouchFact[];
  /** Entries of the custody log, and the first that does not fit the one before it; left out where all fit. */
  readonly custody: { readonly entries: number; readonly brokenAt?: number };
  /** Pictures of pages, and captures of what surrounds a page. */
  readonly copiesBeside: number;
  /** Every capture, whatever became of it. */
  readonly items: readonly ItemFact[];
  /** Persons whom the custody log names, each with a role. */
  readonly people: readonly string[];
  /** Ads of which something was copied, and a legal basis noted before the first copy. */
  readonly basisFirst: readonly string[];
  /** Numbers of the events of pictures that show an answer without a page. */
  readonly emptyPictures: readonly number[];
  /** Requests to keep data that were written at the bench, each with the parts that are missing or at fault. */
  readonly letters: readonly LetterFact[];
  /** Numbers of the events in which an answer was entered while nothing had gone out to anybody. */
  readonly answersEarly: readonly number[];
}

/** A request to keep data as it was written at the bench. */
interface LetterFact {
  readonly seq: number;
  /** So many parts belong in it. */
  readonly of: number;
  readonly missing: readonly string[];
}

/** One capture, as its record and the log show it. */
export interface ItemFact {
  readonly item: string;
  readonly ad: string;
  readonly status: number;
  /** The address of the ad itself sent the bytes, and no mirror. */
  readonly own: boolean;
  /** It is there, its hashes are those of its bytes, nobody altered its original, and it is no closed card. */
  readonly counts: boolean;
  /** What the captured page shows and the record does not name, and the reverse; none where no record is written. */
  readonly left: readonly string[];
  readonly wrong: readonly string[];
  /** The basis that was noted last before the capture; empty where none was. */
  readonly basis: string;
  /** Its record says from which address the site sent it, and when, and both are so. */
  readonly told: boolean;
  readonly hasUrl: boolean;
  /** A moment is written down as one in UTC, and it is that of the capture. */
  readonly hasTime: boolean;
  readonly isTimed: boolean;
  readonly clockBefore: boolean;
  /** Its hash was read back and was equal, and nobody altered its original. */
  readonly verified: boolean;
  readonly sealed: boolean;
}

/** The facts of one bench. */
export function preservationFacts(
  facts: BenchFacts,
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
    untold: untoldTouches(facts),
    custody: { entries: response.custody.length, ...(broken !== undefined && { brokenAt: broken }) },
    copiesBeside: acts('look.captured').length + acts('context.captured').length,
    items: response.items.map((item) => itemFact(item, facts)),
    people: [...new Set(named.map(personWords))],
    basisFirst: adsWithBasis(facts),
    emptyPictures: acts('look.captured')
      .filter(({ ad, at }) => serveAd(facts.context.market, ad, at, facts.context.world).status !== 200)
      .map(({ seq }) => seq),
    letters: lettersAtBench(facts),
    answersEarly: seqsBefore(facts.written, acts('answer.entered')),
  };
}

const seqsBefore = (places: readonly number[], done: readonly { readonly seq: number }[]) =>
  done.map(({ seq }) => seq).filter((seq) => places.every((place) => seq < place));

function lettersAtBench(facts: BenchFacts): LetterFact[] {
  const subject = letterSubject(facts);
  return facts
    .acts('request.entered')
    .filter(({ letter }) => letter.kind === 'preservation')
    .map(({ letter, seq }) => ({
      seq,
      of: LETTER_PARTS.preservation.length,
      missing: [...new Set(letterGaps(letter, subject).map(({ part }) => part))],
    }));
}

function itemFact(
  captured: CapturedItem,
  { kept, altering, acts, servedTo, isWithheld, context: { market } }: BenchFacts,
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

/** The identifiers of a page held against those of its record. */
function identifiersOf({ ad, record }: CapturedItem, served: Served): Pick<ItemFact, 'left' | 'wrong'> {
  if (record === undefined) return { left: [], wrong: [] };
  const shown = identifiersOn(ad, readServedAd(served));
  const named = [...new Set(record.identifiers)];
  return {
    left: shown.filter((one) => !named.includes(one)),
    wrong: named.filter((one) => !shown.includes(one)),
  };
}
