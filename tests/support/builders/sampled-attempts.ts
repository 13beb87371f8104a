import { type AttemptEvent, type AttemptLog, recordEvent } from '#case/attempt/model/attempt-log.ts';
import type { CaseMaterial } from '#case/attempt/model/case-material.ts';
import type { ExerciseAction } from '#case/exercise/model/exercise-kind.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import type { WithPlayers } from '#case/reference-players/use-cases/players.ts';
import { POLICY_NAMES, type PolicyName } from '#case/reference-players/use-cases/policy-names.ts';
import type { Answers } from '#case/scoring/model/answers.ts';
import type { Json } from '#kernel/model/canonical-json.ts';
import { anotherKey } from './another-key.ts';
import { playAtRandom } from './random-player.ts';
import { PROJECT } from './the-library.ts';

/** Attempts in all, of which each case with a market as it is found gets a hundred. */
export const ATTEMPTS = 11_000;
const IN_A_LARGE_MARKET = 100;
/** Cases whose market has 600 ads. */
export const LARGE: readonly string[] = ['find-few-words', 'find-thirty-looks', 'who-owns-the-sites'];

/** Players who do something of everything that a case asks for, and all others. */
const KNOWING: readonly PolicyName[] = ['oracle', 'honest', 'half-diligent'];
const OTHERS = POLICY_NAMES.filter((name) => !KNOWING.includes(name));

/** The one case with a request desk stands for all that letters can go wrong in: it gets three shares. */
const WITH_A_DESK = 'a-week-later';
const SHARES_OF_IT = 3;

/** A shipped case and how many attempts at it are looked at. */
export interface Share {
  readonly name: string;
  readonly attempts: number;
  /** Its place among the cases. */
  readonly place: number;
}

/** The shipped cases with their shares of the attempts; a tenth of the attempts where `part` is 10. */
export function sharesOf(part: number): Share[] {
  const names = PROJECT.list('scenarios').filter((name) => PROJECT.list(`scenarios/${name}`).includes('key.yaml'));
  const small = names.filter((name) => !LARGE.includes(name));
  const rest = (ATTEMPTS - LARGE.length * IN_A_LARGE_MARKET) / part;
  const each = Math.floor(rest / (small.length - 1 + SHARES_OF_IT));
  return names.map((name, place) => {
    if (LARGE.includes(name)) return { name, attempts: Math.ceil(IN_A_LARGE_MARKET / part), place };
    return { name, attempts: name === WITH_A_DESK ? rest - each * (small.length - 1) : each, place };
  });
}

/** One attempt, with the answers that it is scored against. */
interface Sampled {
  /** Its number among the attempts at its case. */
  readonly n: number;
  readonly name: string;
  readonly log: AttemptLog;
  readonly answers: Answers;
}

/** The same attempt with the basis noted twice instead of a plan; undefined for an attempt without a plan. */
function withoutPlan({ header, events }: AttemptLog): AttemptLog | undefined {
  const acts = events.flatMap((event) => (event.type === 'exercise.acted' ? event.action : []));
  const basis = acts.find(({ type }) => type === 'authority.noted');
  if (!basis || acts.every(({ type }) => type !== 'plan.noted')) return undefined;
  return withActs({ header, events }, (action) => (action.type === 'plan.noted' ? basis : action));
}

/** The same attempt without confidentiality in its letters; undefined for an attempt without letters. */
function withoutSilence(log: AttemptLog): AttemptLog | undefined {
  const letters = log.events.filter((event) => event.type === 'exercise.acted' && event.action.type === 'letter.sent');
  if (letters.length === 0) return undefined;
  return withActs(log, (action) =>
    action.type === 'letter.sent' || action.type === 'letter.drafted'
      ? { ...action, letter: { ...(action.letter as Record<string, Json>), confidentiality: '' } }
      : action,
  );
}

/** The same attempt with letters that name only one ad of the case; undefined for an attempt without letters. */
function aboutOneAd(log: AttemptLog, { market }: CaseMaterial): AttemptLog | undefined {
  const letters = log.events.filter((event) => event.type === 'exercise.acted' && event.action.type === 'letter.sent');
  if (letters.length === 0) return undefined;
  return withActs(log, (action) => {
    if (action.type !== 'letter.sent' && action.type !== 'letter.drafted') return action;
    const letter = action.letter as Record<string, Json>;
    const [one] = letter.ads as readonly string[];
    const ad = market.ads.find(({ id }) => id === one);
    return ad ? { ...action, letter: { ...letter, ads: [ad.id], accounts: [ad.account], urls: [] } } : action;
  });
}

/**
 * The same attempt, left as soon as its last page is captured: nobody was told. Undefined for an attempt without pages.
 */
function leftAfterPages({ header, events }: AttemptLog): AttemptLog | undefined {
  const last = events.findLastIndex(
    (event) => event.type === 'exercise.acted' && event.action.type === 'page.captured',
  );
  return last < 0 ? undefined : { header, events: events.slice(0, last + 1) };
}

/** The same attempt with other acts in its exercises, at the same times, with a recomputed hash chain. */
function withActs({ header, events }: AttemptLog, other: (action: ExerciseAction) => ExerciseAction): AttemptLog {
  const kept: AttemptEvent[] = [];
  for (const { seq, prev, hash, at, wall, ...step } of events) {
    const done = step.type === 'exercise.acted' ? { ...step, action: other(step.action) } : step;
    kept.push(recordEvent({ header, events: kept }, done, at, wall));
  }
  return { header, events: kept };
}

const WALL = '1970-01-01T00:00:00Z';

/** What the oracle leaves out of its own attempt, one thing after another; chance would hardly forget that alone. */
const LEFT_OUT: readonly (readonly [string, (log: AttemptLog, material: CaseMaterial) => AttemptLog | undefined])[] = [
  ['oracle without a plan', withoutPlan],
  ['oracle who asks for no confidentiality', withoutSilence],
  ['oracle whose letters are about one ad', aboutOneAd],
  ['oracle who leaves after the last page', leftAfterPages],
];

/**
 * Attempts at one case: the reference players first, as far as they are no more than half of them, then one who does
 * all but note a plan, and one who leaves after the last page, where a case has a workbench, and two who do all but ask
 * for confidentiality, or name more than one ad, where it has letters. Then random ones, of which each third has a key
 * that asks for something else: what a debrief says follows from the key, whatever it asks for. `numbers` chooses some
 * of them.
 */
export function* attemptsAt(
  share: Share,
  material: CaseMaterial & { readonly kinds: WithPlayers },
  shipped: Answers,
  numbers: Iterable<number> = Array.from({ length: share.attempts }, (_, n) => n),
): Generator<Sampled> {
  for (const n of numbers) yield attemptAt(share, n, material, shipped);
}

function attemptAt(
  { name, attempts, place }: Share,
  n: number,
  material: CaseMaterial & { readonly kinds: WithPlayers },
  shipped: Answers,
): Sampled {
  const players = Math.min(POLICY_NAMES.length, Math.floor(attempts / 2));
  // Where not all of them fit in, each case has others, but for those who know most.
  const policy = n < KNOWING.length ? KNOWING[n] : OTHERS[(place + n) % OTHERS.length];
  if (n < players && policy !== undefined)
    return { n, name: policy, log: playCase(material, shipped, policy, WALL), answers: shipped };
  const [leaver, leave] = LEFT_OUT[n - players] ?? [];
  const log = leave?.(playCase(material, shipped, 'oracle', WALL), material);
  if (leaver !== undefined && log) return { n, name: leaver, log, answers: shipped };
  const seed = `${name} ${n}`;
  const answers = n % 3 === 0 ? { ...shipped, key: anotherKey(shipped, seed) } : shipped;
  return { n, name: `random ${n}`, log: playAtRandom(material, answers, seed), answers };
}
