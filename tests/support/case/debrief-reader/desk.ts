import type { Letter, LetterKind } from '#evidence/letters/model/letter.ts';
import { type AnsweredLetter, answersTo } from '#kinds/requests/model/answers-to.ts';
import type { RequestDesk } from '#kinds/requests/model/desk.ts';
import type { RequestsAction } from '#kinds/requests/model/play.ts';
import { adUrl } from '#market/ads/model/serve-ad.ts';
import type { Act, ReadAttempt } from './attempt.ts';
import { type Gap, gapsIn, type LetterCase, leadOf, PARTS_OF } from './letter-parts.ts';
import { shownActs } from './story-acts.ts';

/** Parts needed for a complete letter, if not all of them. */
const PARTS_NEEDED: Readonly<Partial<Record<LetterKind, number>>> = { preservation: 8 };

/** A gap of a letter, with its part. */
type GapOfPart = Gap & { readonly part: string };

/** One request desk of an attempt, read from its log. A company's answer depends only on letter and market. */
export class ReadDesk {
  /** By letter that was sent: its gaps, which many sentences ask for. */
  readonly #gaps = new WeakMap<AnsweredLetter, readonly GapOfPart[]>();
  readonly attempt: ReadAttempt;
  readonly desk: RequestDesk;
  readonly letters: readonly AnsweredLetter[];
  readonly diary: readonly { readonly of: string; readonly on: string }[];
  readonly about: Omit<LetterCase, 'sentAt'>;
  readonly wanted: NonNullable<ReadAttempt['answers']['key']['requests']>;

  constructor(attempt: ReadAttempt, id: string) {
    this.attempt = attempt;
    this.desk = attempt.brief(id) as unknown as RequestDesk;
    const { requests } = attempt.answers.key;
    if (!requests) throw new Error(`The key says nothing of the letters of ${id}.`);
    this.wanted = requests;
    this.about = this.#case();
    const acts = attempt.actsAt<RequestsAction>(id);
    this.letters = this.#answered(acts);
    this.diary = diaryAfter(acts, this.letters);
  }

  #answered(acts: readonly Act<RequestsAction>[]): readonly AnsweredLetter[] {
    const letters: { id: string; letter: Letter; sentAt: string; seq: number }[] = [];
    const renewals: { of: string; days: number; at: string }[] = [];
    for (const { action, at, seq } of acts) {
      if (action.type === 'letter.sent')
        letters.push({
          id: `L-${String(letters.length + 1).padStart(2, '0')}`,
          letter: action.letter,
          sentAt: at,
          seq,
        });
      if (action.type === 'letter.renewed' && letters.some(({ id }) => id === action.of))
        renewals.push({ of: action.of, days: action.days, at });
    }
    const { market, world } = this.attempt;
    return answersTo({ letters, renewals }, { desk: this.desk, market, world });
  }

  /** What the case says of the data of one company that holds some, or of all of them. */
  #case(to = ''): Omit<LetterCase, 'sentAt'> {
    const { desk } = this;
    const { market } = this.attempt;
    const { sameActorAs, offences, custodians, data, words } = this.wanted;
    const ads = this.attempt.adsBehind(sameActorAs);
    const named = custodians.includes(to) ? [to] : custodians;
    const holders = desk.platforms.filter(({ id }) => named.includes(id));
    const state = holders[0]?.state;
    const posted = ads.map((ad) => this.attempt.ad(ad)?.postedAt ?? '').sort();
    return {
      ads,
      accounts: [...new Set(ads.flatMap((ad) => this.attempt.ad(ad)?.account ?? []))],
      urls: ads.map((ad) => adUrl(market, ad)),
      offences,
      custodians,
      language: desk.states.find(({ id }) => id === state)?.language,
      data: data.filter((one) => holders.some(({ holds }) => holds.includes(one))),
      posted: { first: posted[0] ?? '', last: posted.at(-1) ?? '' },
      intent: state === desk.home ? 'order' : 'assistance',
      longestDays: Math.max(...holders.map(({ longestDays }) => longestDays)),
      words,
      desk,
    };
  }

  get toKeep(): readonly AnsweredLetter[] {
    return this.letters.filter(({ letter }) => letter.kind === 'preservation');
  }

  get granted(): readonly AnsweredLetter[] {
    return this.toKeep.filter(({ answer }) => answer.outcome !== 'refused');
  }

  /** The letter of a kind that leads to the case and has the most parts; the first in a tie. */
  best(kind: LetterKind): AnsweredLetter | undefined {
    const worth = (sent: AnsweredLetter) =>
      leadOf(sent.letter, this.about) === 'case'
        ? Math.min(PARTS_NEEDED[kind] ?? Number.POSITIVE_INFINITY, this.partsOf(sent).length)
        : 0;
    return this.letters
      .filter(({ letter }) => letter.kind === kind)
      .reduce<AnsweredLetter | undefined>((a, b) => (a && worth(a) >= worth(b) ? a : b), undefined);
  }

  /** The parts of a letter without a gap. */
  partsOf(sent: AnsweredLetter): string[] {
    const gaps = this.gapsOf(sent);
    return PARTS_OF[sent.letter.kind].filter((part) => gaps.every((gap) => gap.part !== part));
  }

  gapsOf(sent: AnsweredLetter): readonly GapOfPart[] {
    const known = this.#gaps.get(sent);
    if (known) return known;
    const { letter, sentAt } = sent;
    const about = { ...this.#case(letter.to), sentAt };
    const gaps = PARTS_OF[letter.kind].flatMap((part) =>
      gapsIn(part, letter, about).map((gap): GapOfPart => ({ part, ...gap })),
    );
    this.#gaps.set(sent, gaps);
    return gaps;
  }

  /** Events of notices, from this desk or sent in any other way, the earliest first. */
  get reports(): readonly number[] {
    return shownActs(this.attempt)
      .filter(({ act }) => act === 'notify')
      .map(({ seq }) => seq);
  }
}

/** The diary after these acts. A new date for a letter replaces the earlier one. */
function diaryAfter(acts: readonly Act<RequestsAction>[], letters: readonly AnsweredLetter[]): ReadDesk['diary'] {
  const days = new Map<string, string>();
  for (const { action, seq } of acts) {
    const isSent = action.type === 'renewal.noted' && letters.some((one) => one.id === action.of && one.seq < seq);
    if (isSent) days.set(action.of, action.on);
  }
  return [...days].map(([of, on]) => ({ of, on }));
}
