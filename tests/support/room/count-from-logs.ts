import type { AttemptEvent, AttemptHeader, AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { Act } from '#case/exercise/model/acts.ts';
import type { AdTruth } from '#market/ads/model/ground-truth.ts';
import type { RoomEvent, VoteCount } from '#room/model/room-events.ts';
import { isSought, type Played, ReadAttempt } from '../case/debrief-reader/attempt.ts';
import { pairsOf, ratedChoices } from '../case/debrief-reader/case.ts';
import { findsOf, type ReadFinds } from '../case/debrief-reader/finds.ts';
import { firstOf, shownActs } from '../case/debrief-reader/story-acts.ts';

/** A team as the log on the disk tells it, line by line. */
export interface CountedTeam {
  readonly name: string;
  readonly way: 'lan' | 'line' | 'file' | 'paper' | 'none';
  readonly votes: Readonly<Record<string, VoteCount>>;
  readonly rejoined: number;
  /** What it played, as far as the log has it. */
  readonly log: AttemptLog | undefined;
}

/**
 * Teams from the lines of a room's log, in the order of joining. It uses no code that the server or the board uses, so
 * that both can be held against it.
 */
export function countTeams(lines: readonly RoomEvent[]): CountedTeam[] {
  const of = (team: string) => lines.filter((line) => 'team' in line && line.team === team);
  return lines.flatMap((line): CountedTeam[] => {
    if (line.type !== 'team.joined') return [];
    const own = of(line.team);
    const handedIn = own.findLast((one) => one.type === 'team.handed-in');
    const votes = own.flatMap((one) => (one.type === 'votes.counted' ? [[one.state, one.votes] as const] : []));
    const inFile = handedIn?.type === 'team.handed-in' && handedIn.by === 'file' ? handedIn.said?.votes : undefined;
    return [
      {
        name: line.name,
        way: handedIn?.type === 'team.handed-in' ? handedIn.by : 'none',
        votes: { ...Object.fromEntries(votes), ...inFile },
        rejoined: own.filter(({ type }) => type === 'team.rejoined').length,
        log: handedIn?.type === 'team.handed-in' && handedIn.by === 'file' ? handedIn.log : sentLog(own),
      },
    ];
  });
}

function sentLog(own: readonly RoomEvent[]): AttemptLog | undefined {
  const parts = own.flatMap((one) => (one.type === 'attempt.extended' ? [one] : []));
  const header = parts.find((part) => part.header)?.header as AttemptHeader | undefined;
  const bySeq = new Map<number, AttemptEvent>(parts.flatMap(({ events }) => events.map((one) => [one.seq, one])));
  return header && { header, events: [...bySeq.values()].sort((a, b) => a.seq - b.seq) };
}

/** The options that an attempt chose, once each, by state. */
export function chosenIn({ events }: AttemptLog): Map<string, Set<string>> {
  const chosen = new Map<string, Set<string>>();
  for (const event of events)
    if (event.type === 'decision.made')
      chosen.set(event.state, (chosen.get(event.state) ?? new Set()).add(event.option));
  return chosen;
}

const POINTS: Readonly<Record<string, number>> = { good: 2, acceptable: 1, harmful: -2, red: -4 };
const LEVELS = ['none', 'check', 'prioritise', 'urgent'];
const SURE: Readonly<Record<number, readonly [number, number]>> = { 1: [1, 0], 2: [2, -2], 3: [3, -6] };
const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);

/**
 * The points of a play that begins with one detection exercise and reaches no workbench, by criterion, as the pages
 * explain them in words. `harm` is said as an amount, as on the screen.
 */
export function countPoints(play: Played): Map<string, number> {
  const attempt = new ReadAttempt(play);
  const [find = ''] = attempt.exercises('detection');
  const finds = findsOf(attempt, find);
  const hints = Object.values(attempt.scenario.states).flatMap((state) => ('hints' in state && state.hints) || []);
  const taken = attempt.events.filter(({ type }) => type === 'hint.taken').length;
  if (taken > 0) throw new Error('What hints cost is not counted here.');
  const acts = shownActs(attempt);
  const isKept = ([first, second]: readonly [Act, Act]) => {
    const [one, other] = [firstOf(acts, first), firstOf(acts, second)];
    return one !== undefined && (other === undefined || one < other);
  };
  return new Map([
    ['detection.mark', 5 * finds.overlooked.length + finds.notAccepted.length],
    ['detection.signs', reasonsNamed(finds)],
    ['detection.bands', agreementOfLevels(finds)],
    ['detection.certainty', beyondPar(finds)],
    ['detection.withheld', finds.closed.filter(({ ad }) => finds.handed.has(ad)).length],
    ['preservation.order', pairsOf(attempt).filter((pair) => isKept(pair as readonly [Act, Act])).length],
    ['outreach.decisions', sum(ratedChoices(attempt).map(({ rating }) => POINTS[rating] ?? 0))],
    ['outreach.hints', sum(hints)],
  ]);
}

const knowable = ({ open, attempt }: ReadFinds) => open.filter((ad) => !attempt.isUnknowable(ad));

/** 1.25 P R / (0.25 P + R), less a share for each trap: see the words of the criterion. */
function reasonsNamed({ marks: { set, right, half, traps, missed } }: ReadFinds): number {
  if (traps > 0 || half > 0) throw new Error('Traps and marks that count half are not counted here.');
  const wanted = right + sum([...missed.values()]);
  const [precision, recall] = [set === 0 ? 0 : right / set, right / wanted];
  return right === 0 ? 0 : (1.25 * precision * recall) / (0.25 * precision + recall);
}

/** The levels that the key accepts for an ad (domain.md, 1). */
function accepted(finds: ReadFinds, ad: AdTruth): number[] {
  if (isSought(ad)) return [2, 3];
  return finds.looksAlike(ad) ? [1, 2] : [0, 1];
}

/** Cohen's kappa with squared weights, from every pair of a given level and a level that was right, one by one. */
function agreementOfLevels(finds: ReadFinds): number {
  const pairs = knowable(finds).map((ad) => {
    const given = Math.max(0, LEVELS.indexOf(finds.band(ad) ?? 'none'));
    const right = accepted(finds, ad).toSorted((a, b) => Math.abs(a - given) - Math.abs(b - given))[0] ?? 0;
    return { given, right };
  });
  const observed = sum(pairs.map(({ given, right }) => (given - right) ** 2)) / pairs.length;
  const byChance =
    sum(pairs.flatMap(({ given }) => pairs.map(({ right }) => (given - right) ** 2))) / pairs.length ** 2;
  return 1 - observed / byChance;
}

/** Points of certainty above those that as many flags, and as many ads left alone, earn without looking. */
function beyondPar(finds: ReadFinds): number {
  const ads = knowable(finds);
  const pointsOf = (isRight: boolean, sure: number) => SURE[sure]?.[isRight ? 0 : 1] ?? 0;
  const blind = (flags: boolean) =>
    Math.max(...[1, 2, 3].map((sure) => sum(ads.map((ad) => pointsOf(isSought(ad) === flags, sure))))) / ads.length;
  const judged = ads.flatMap((ad) => {
    const judgement = finds.judged.get(ad.ad);
    const isFlagged = finds.isFlagged(ad);
    return judgement ? [pointsOf(isFlagged === isSought(ad), judgement.certainty) - blind(isFlagged)] : [];
  });
  return sum(judged);
}

/** By sign: whether an attempt missed it in an ad, and whether it was in front of it at all. */
export function signsMissed(play: Played): Map<string, boolean> {
  const attempt = new ReadAttempt(play);
  const [find = ''] = attempt.exercises('detection');
  const { bySign } = findsOf(attempt, find).marks;
  return new Map(
    [...bySign].flatMap(([sign, { found, missed }]) => (found + missed > 0 ? [[sign, missed > 0] as const] : [])),
  );
}
