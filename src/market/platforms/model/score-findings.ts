import { type Criterion, scale } from '#kernel/model/criterion.ts';
import { canShow, FAULT_IDS, type FaultId } from './faults.ts';
import type { ModerationTruth } from './moderation-documents.ts';
import type { CardFault, CardTruth, Deed, ModerationEvent } from './moderation-event.ts';
import type { Count } from './observed-case.ts';
import type { FindingRow } from './parse-findings.ts';
import type { TestCardId } from './test-cards.ts';

/** Tolerance of hours: one hour or a tenth of the true value, whichever is more. A training value. */
const TOLERANCE = { hours: 1, share: 0.1 };

/**
 * A team's verdict on one card of one site. `open`: a card without faults has no row. A wrong accusation outweighs a
 * miss.
 */
export interface CardJudgement {
  readonly site: string;
  readonly card: TestCardId;
  readonly verdict: 'right' | 'wrong' | 'missed' | 'open';
  readonly found: readonly FaultId[];
  readonly missed: readonly FaultId[];
  readonly wrong: readonly FaultId[];
}

/** An accusation of something that the platform did not do, with what it did instead. */
export interface WrongAccusation {
  readonly site: string;
  readonly card: TestCardId;
  readonly finding: FaultId;
  readonly row?: number;
  readonly instead: readonly Pick<Deed, 'did' | 'reason' | 'fault'>[];
}

/** The team's number of hours beside the true one; `given` is left out if the team named the fault without a number. */
export interface JudgedHours {
  readonly site: string;
  readonly card: TestCardId;
  readonly finding: FaultId;
  readonly given?: number;
  readonly actual: number;
  readonly within: boolean;
}

/** Score of a team's findings. Criteria are shown side by side and never combined. */
export interface FindingsReport {
  readonly schema: 'findings-report/1';
  readonly synthetic: true;
  readonly marketId: string;
  readonly cards: readonly CardJudgement[];
  /** True accusations among all accusations. */
  readonly precision: Count;
  /** Faults found among all faults. */
  readonly recall: Count;
  /** Cards without faults and without accusation, among all cards without faults. */
  readonly soundLeftAlone: Count;
  readonly wrongAccusations: readonly WrongAccusation[];
  readonly hours: readonly JudgedHours[];
  readonly criteria: readonly Criterion[];
}

/** A card of a site, with its truth and its findings. */
interface Answered {
  readonly site: string;
  readonly truth: CardTruth;
  readonly rows: readonly FindingRow[];
}

/**
 * Scores the findings of a team against the truth. `moderation.cards` is 0 for `none` everywhere, and
 * `moderation.faults` is 0 for accusing every platform of everything; both are 1 for the truth. If no platform has a
 * fault, `none` everywhere is the truth. The criteria of evidence and hours are left out if there is nothing to prove
 * or to time.
 */
export function scoreFindings(
  rows: readonly FindingRow[],
  truth: ModerationTruth,
  log: readonly ModerationEvent[],
): FindingsReport {
  const answered = truth.sites.flatMap(({ site, cards }) =>
    cards.map((card): Answered => ({ site, truth: card, rows: rowsOn(rows, site, card.card) })),
  );
  const cards = answered.map(judgeCard);
  const sound = answered.filter(isSound);
  const found = cards.flatMap((card) => card.found).length;
  const accused = found + cards.flatMap((card) => card.wrong).length;
  const faults = found + cards.flatMap((card) => card.missed).length;
  const hours = answered.flatMap(judgeHours);
  const events = new Map(log.map((event) => [event.id, event]));
  const proved = answered.flatMap((one) => one.truth.faults.filter((fault) => isProved(one, fault, events))).length;
  const rightCards = cards.filter(({ verdict }) => verdict === 'right').length;

  return {
    schema: 'findings-report/1',
    synthetic: true,
    marketId: truth.marketId,
    cards,
    precision: [found, accused],
    recall: [found, faults],
    soundLeftAlone: [sound.filter((one) => accusations(one).length === 0).length, sound.length],
    wrongAccusations: answered.flatMap(wrongAccusations),
    hours,
    criteria: [
      scale('moderation.cards', rightCards, Math.max(sound.length, fullyFaulty(answered)), cards.length, []),
      scale('moderation.faults', weighed(found, accused, faults), baselineWeight(answered, faults), 1, []),
      ...(faults > 0 ? [scale('moderation.evidence', proved, 0, faults, [])] : []),
      ...(hours.length > 0
        ? [scale('moderation.hours', hours.filter(({ within }) => within).length, 0, hours.length, [])]
        : []),
    ],
  };
}

const rowsOn = (rows: readonly FindingRow[], site: string, card: TestCardId) =>
  rows.filter((row) => row.site === site && row.testCard === card);

const isSound = ({ truth }: Answered) => truth.faults.length === 0;

const accusations = ({ rows }: Answered): FaultId[] => [
  ...new Set(rows.flatMap(({ finding }) => (finding === 'none' ? [] : finding))),
];

function judgeCard(one: Answered): CardJudgement {
  const { site, truth, rows } = one;
  const actual = truth.faults.map(({ fault }) => fault);
  const accused = accusations(one);
  const found = actual.filter((fault) => accused.includes(fault));
  const missed = actual.filter((fault) => !accused.includes(fault));
  const wrong = accused.filter((fault) => !actual.includes(fault));
  return { site, card: truth.card, verdict: verdictOf(), found, missed, wrong };

  function verdictOf(): CardJudgement['verdict'] {
    if (wrong.length > 0) return 'wrong';
    if (missed.length > 0) return 'missed';
    return rows.length > 0 ? 'right' : 'open';
  }
}

function wrongAccusations({ site, truth, rows }: Answered): WrongAccusation[] {
  const actual: readonly string[] = truth.faults.map(({ fault }) => fault);
  const instead = distinct(truth.deeds);
  return rows.flatMap(({ finding, row }) =>
    finding === 'none' || actual.includes(finding)
      ? []
      : [{ site, card: truth.card, finding, ...(row === undefined ? {} : { row }), instead }],
  );
}

/** The platform's actions without duplicates, however many copies they concern. */
function distinct(deeds: readonly Deed[]): WrongAccusation['instead'] {
  const seen = new Map(
    deeds.map(({ did, reason, fault }) => [`${did} ${reason}`, { did, reason, ...(fault ? { fault } : {}) }]),
  );
  return [...seen.values()];
}

function judgeHours({ site, truth, rows }: Answered): JudgedHours[] {
  return truth.faults.flatMap(({ fault, hours: actual }) => {
    if (actual === undefined) return [];
    const given = rows.find(({ finding }) => finding === fault)?.hours;
    const tolerance = Math.max(TOLERANCE.hours, TOLERANCE.share * actual);
    const within = given !== undefined && Math.abs(given - actual) <= tolerance + 1e-9;
    return [{ site, card: truth.card, finding: fault, ...(given === undefined ? {} : { given }), actual, within }];
  });
}

/**
 * True if the row of a fault cites an event that shows it, and no event of another card or of a copy without the fault:
 * citing the whole log proves nothing.
 */
function isProved(
  { site, truth, rows }: Answered,
  { fault, copies, evidence }: CardFault,
  events: ReadonlyMap<string, ModerationEvent>,
): boolean {
  const cited = rows.find(({ finding }) => finding === fault)?.evidence ?? [];
  const belongs = (id: string) => {
    const event = events.get(id);
    return event?.site === site && event.card === truth.card && copies.includes(event.copy);
  };
  return cited.some((id) => evidence.includes(id)) && cited.every(belongs);
}

/** F0.5: a wrong accusation harms more than a missed fault. 1 if there is nothing to find and no accusation. */
function weighed(found: number, accused: number, faults: number): number {
  if (faults === 0) return Number(accused === 0);
  return found === 0 ? 0 : (1.25 * found) / (0.25 * faults + accused);
}

/** The baseline: the better of accusing no platform, and accusing every platform of everything. */
function baselineWeight(answered: readonly Answered[], faults: number): number {
  const all = answered.reduce((sum, { truth }) => sum + possibleOn(truth).length, 0);
  return Math.max(weighed(0, 0, faults), weighed(faults, all, faults));
}

const possibleOn = ({ card }: CardTruth) => FAULT_IDS.filter((fault) => canShow(fault, card));

/** Number of cards with every possible fault. */
const fullyFaulty = (answered: readonly Answered[]) =>
  answered.filter(({ truth }) => truth.faults.length === possibleOn(truth).length).length;
