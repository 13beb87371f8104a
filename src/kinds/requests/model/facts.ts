import type { ScoreContext } from '#case/exercise/model/exercise-kind.ts';
import type { Lack } from '#evidence/law/model/authority.ts';
import type { DataCategory, Letter, LetterKind, Office } from '#evidence/letters/model/letter.ts';
import { letterGaps, partsSaid } from '#evidence/letters/model/letter-parts.ts';
import type { LetterSubject } from '#evidence/letters/model/letter-subject.ts';
import type { LetterGap } from '#evidence/letters/model/text-gaps.ts';
import { compareCodes } from '#kernel/model/compare-codes.ts';
import type { Instant } from '#kernel/model/instant.ts';
import type { Answer, AnswerReason } from './answer-letter.ts';
import type { AnsweredLetter } from './answers-to.ts';
import type { ChannelFact } from './by-channel.ts';
import type { RequestDesk } from './desk.ts';
import type { SubjectOfLetter } from './key.ts';
import type { OrderedFact } from './ordered.ts';
import type { RequestsResponse } from './play.ts';
import type { SecuredFact } from './secured.ts';

/** A sent letter and its answer. */
export interface LetterFact {
  readonly letter: string;
  readonly kind: LetterKind;
  /** Id of the platform as named in the letter; empty if it names none. */
  readonly to: string;
  readonly seq: number;
  readonly outcome: Answer['outcome'];
  readonly reasons: readonly AnswerReason[];
  readonly issuer?: Office;
  /** Data that the letter may not ask for in this way. */
  readonly lacks: readonly Lack[];
}

/**
 * One kind of letter that the case needs. `letter` is the one that counts among those sent; left out if none was sent.
 */
export interface ContentFact {
  readonly kind: LetterKind;
  readonly letter?: string;
  /**
   * What the letter refers to. `case`: enough of the case. `nothing`: no ad, account or address at all. `others`: only
   * ones that do not belong to the case. `wide`: some of the case, and others that do not belong to it.
   */
  readonly leads?: 'case' | 'nothing' | 'others' | 'wide';
  /** Parts that are complete, and the gaps of the others. */
  readonly said: readonly string[];
  readonly gaps: readonly LetterGap[];
  /** When it was sent. */
  readonly sentAt?: Instant;
}

/** A sent letter that does not count for its kind, with its errors. */
export interface BesideFact {
  readonly kind: LetterKind;
  readonly letter: string;
  readonly seq: number;
  readonly gaps: readonly LetterGap[];
}

/** A letter whose answer with data comes after the end of the preservation of these data. */
export interface OutrunFact {
  readonly letter: string;
  readonly seq: number;
  readonly answered: Instant;
  readonly keep: string;
  readonly until: Instant;
}

/**
 * Order of what has to come after the first preservation request that was not refused. `unsent`: it was never sent, and
 * no data were ever preserved; `alone`: never sent, data preserved. `before`: sent, after data were preserved. `after`:
 * data were preserved only after it. `without`: sent, and no data were ever preserved.
 */
export interface OrderFact {
  /** A notice or a report to the site; or an order or a request for assistance. */
  readonly what: 'notice' | 'demand';
  readonly outcome: 'unsent' | 'alone' | 'before' | 'after' | 'without';
  /** Event of the first notice or demand, and its letter; no letter if it was reported in the story. */
  readonly seq?: number;
  readonly letter?: string;
}

/** A period for which data are preserved, including renewals. `late`: each day in the diary is after its end. */
export interface PeriodFact {
  readonly letter: string;
  readonly until: Instant;
  readonly outcome: 'noted' | 'unnoted' | 'late' | 'ended';
}

/** What happened at a request desk, from its log and its key; every sentence about it rests on these facts. */
export interface RequestsFacts {
  readonly letters: readonly LetterFact[];
  readonly content: readonly ContentFact[];
  readonly beside: readonly BesideFact[];
  /** Preservation requests that were sent, and those of them that were not refused. */
  readonly asked: readonly string[];
  readonly kept: readonly { readonly letter: string; readonly seq: number }[];
  readonly order: readonly OrderFact[];
  readonly secured: readonly SecuredFact[];
  readonly ordered: readonly OrderedFact[];
  readonly channels: readonly ChannelFact[];
  readonly periods: readonly PeriodFact[];
  readonly outrun: readonly OutrunFact[];
}

/** What the scorer knows when the facts are built. */
export interface DeskSoFar {
  readonly response: RequestsResponse;
  readonly answered: readonly AnsweredLetter[];
  /** Letters that the case needs, companies that hold the data, and the data needed. */
  readonly key: {
    readonly letters: readonly LetterKind[];
    readonly custodians: readonly string[];
    readonly data: readonly DataCategory[];
  };
  readonly desk: RequestDesk;
  readonly subject: LetterSubject;
  readonly about: SubjectOfLetter;
  /** For each kind of letter that the case needs, the one that counts. */
  readonly best: ReadonlyMap<LetterKind, AnsweredLetter>;
  readonly ordered: readonly OrderedFact[];
  readonly channels: readonly ChannelFact[];
  readonly secured: readonly SecuredFact[];
  readonly context: Pick<ScoreContext, 'acts' | 'now'>;
}

/** Builds the facts of one request desk. */
export function requestsFacts(so: DeskSoFar): RequestsFacts {
  const { answered, key, best, secured } = so;
  const preserving = answered.filter(({ letter }) => letter.kind === 'preservation');
  const kept = preserving.filter(({ answer }) => answer.outcome !== 'refused');
  return {
    letters: answered.map(({ id, letter, seq, answer }) => ({
      letter: id,
      kind: letter.kind,
      to: letter.to,
      seq,
      outcome: answer.outcome,
      reasons: answer.reasons,
      ...(letter.issuer && { issuer: letter.issuer }),
      lacks: answer.lacks ?? [],
    })),
    content: key.letters.map((kind) => contentFact(kind, best.get(kind), so)),
    beside: besideFacts(so),
    asked: preserving.map(({ id }) => id),
    kept: kept.map(({ id, seq }) => ({ letter: id, seq })),
    order: orderFacts(so, kept[0]?.seq),
    secured,
    ordered: so.ordered,
    channels: so.channels,
    periods: preserving.flatMap((letter) => periodFact(letter, so)),
    outrun: answered.flatMap((letter) => outrunFact(letter, preserving)),
  };
}

function contentFact(
  kind: LetterKind,
  counted: AnsweredLetter | undefined,
  { subject, about: aboutOf }: DeskSoFar,
): ContentFact {
  if (!counted) return { kind, said: [], gaps: [] };
  const { id, letter } = counted;
  const about = aboutOf(counted);
  return {
    kind,
    letter: id,
    leads: leadsOf(letter, subject),
    said: partsSaid(letter, about),
    gaps: letterGaps(letter, about),
    sentAt: counted.sentAt,
  };
}

function besideFacts({ answered, key, best, about }: DeskSoFar): BesideFact[] {
  return answered
    .filter(({ id, letter: { kind } }) => key.letters.includes(kind) && best.get(kind)?.id !== id)
    .map((sent) => ({
      kind: sent.letter.kind,
      letter: sent.id,
      seq: sent.seq,
      gaps: letterGaps(sent.letter, about(sent)),
    }));
}

/** The kept period of that company that ends last, if it ends before the answer to a letter that asks for its data. */
function outrunFact({ id, seq, letter, answer }: AnsweredLetter, preserving: readonly AnsweredLetter[]): OutrunFact[] {
  const isDemand = letter.kind === 'order' || letter.kind === 'assistance';
  if (!isDemand || answer.outcome === 'refused') return [];
  const [last] = preserving
    .flatMap((sent) =>
      sent.letter.to === letter.to && sent.keptUntil ? [{ keep: sent.id, until: sent.keptUntil }] : [],
    )
    .toSorted((a, b) => compareCodes(b.until, a.until));
  return last && last.until < answer.at ? [{ letter: id, seq, answered: answer.at, ...last }] : [];
}

/** What a letter refers to; `case` is equivalent to `leadsToSubject`. */
function leadsOf({ ads, accounts, urls }: Letter, subject: LetterSubject): NonNullable<ContentFact['leads']> {
  const known = [...subject.ads, ...subject.accounts, ...subject.urls];
  const named = [...new Set([...ads, ...accounts, ...urls])];
  const right = named.filter((name) => known.includes(name)).length;
  if (right === 0) return named.length === 0 ? 'nothing' : 'others';
  return 2 * right >= named.length ? 'case' : 'wide';
}

function orderFacts({ answered, key, context }: DeskSoFar, preserved: number | undefined): OrderFact[] {
  const letters = (...kinds: readonly LetterKind[]) =>
    answered.filter(({ letter }) => kinds.includes(letter.kind)).map(({ id, seq }) => ({ letter: id, seq }));
  const reports = (context.acts ?? []).filter(({ act }) => act === 'notify').map(({ seq }) => ({ seq }));
  const fact = (what: OrderFact['what'], came: readonly { readonly seq: number; readonly letter?: string }[]) => {
    const [first] = came.toSorted((a, b) => a.seq - b.seq);
    if (!first) return { what, outcome: preserved === undefined ? ('unsent' as const) : ('alone' as const) };
    const outcome = preserved === undefined ? 'without' : preserved < first.seq ? 'before' : 'after';
    return { what, outcome, ...first } as const;
  };
  const demands = key.letters.some((kind) => kind === 'order' || kind === 'assistance');
  return [
    ...(key.letters.includes('notice') ? [fact('notice', [...letters('notice'), ...reports])] : []),
    ...(demands ? [fact('demand', letters('order', 'assistance'))] : []),
  ];
}

function periodFact({ id, keptUntil: until }: AnsweredLetter, { response, context: { now } }: DeskSoFar): PeriodFact[] {
  if (until === undefined) return [];
  if (now !== undefined && now > until) return [{ letter: id, until, outcome: 'ended' }];
  const days = response.diary.filter(({ of }) => of === id);
  const isNoted = days.some(({ on }) => on <= until);
  return [{ letter: id, until, outcome: isNoted ? 'noted' : days.length > 0 ? 'late' : 'unnoted' }];
}
