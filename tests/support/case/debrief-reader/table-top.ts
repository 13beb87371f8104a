import type { PolicyAction } from '#kinds/policy/model/play.ts';
import type { ReadAttempt } from './attempt.ts';
import { OBJECTING, TABLE, TEN_SEATS } from './table-model.ts';

type Argued = Extract<PolicyAction, { type: 'measure.argued' }>['grounds'];

interface Told {
  readonly report: {
    readonly standing: Readonly<Record<string, number>>;
    readonly findings: readonly { readonly id: string; readonly topics: readonly string[]; readonly word: string }[];
  };
  readonly cards: readonly { readonly id: string; readonly topics: readonly string[] }[];
}

/** Of a report that was taken over, what the reader looks at. */
interface Taken {
  readonly copies: number;
  readonly sealed: boolean;
  readonly lines: readonly unknown[];
  readonly sites: readonly { readonly share: number; readonly blocked?: readonly [number, number] }[];
}

export const ROUNDS_OF = ['A', 'B', 'C', 'D'];
const NOTHING: Argued = { for: '', against: '', payers: [], hurt: [], rests: [], safeguards: [], stop: '' };

/** One table-top, read from the log and from the brief of its case alone. */
export class ReadTable {
  told: Told;
  taken: Taken | undefined;
  readonly heard: (readonly [seat: string, round: string, seq: number])[] = [];
  /** Measures of the plan with the event of their choice, in that order. */
  plan: (readonly [measure: string, seq: number])[] = [];
  planSeq = 0;
  readonly argued = new Map<string, Argued>();
  readonly passed = new Map<string, string>();
  readonly replies = new Map<string, string>();
  readonly views = new Map<
    string,
    { readonly first?: string; readonly last?: string; readonly words: string; readonly seq: number }
  >();
  readonly answered = new Map<string, string>();
  dissent = '';

  constructor(attempt: ReadAttempt, id: string) {
    this.told = attempt.brief(id) as unknown as Told;
    for (const { action, seq } of attempt.actsAt<PolicyAction>(id)) this.#take(action, seq);
    this.#withTaken();
  }

  /** The brief with the report that was taken over: its standing worked out anew, and what nobody can test. */
  #withTaken(): void {
    const { taken } = this;
    if (!taken) return;
    const ads = taken.sites.reduce((sum, { share }) => sum + share, 0);
    const lost = taken.sites.map(({ share, blocked = [1, 1] }) => (share * blocked[0]) / blocked[1]);
    const safety = Math.round(60 - (100 / ads) * lost.reduce((sum, one) => sum + one, 0));
    const findings = this.told.report.findings.filter(({ word }) => word === 'not-tested');
    this.told = { ...this.told, report: { standing: { S: Math.max(0, safety), R: 70 }, findings } };
  }

  #take(action: PolicyAction, seq: number): void {
    const isOpen = this.planSeq === 0 && this.argued.size === 0;
    if (action.type === 'report.taken' && isOpen) this.taken = action.report;
    if (action.type === 'report.returned' && isOpen) this.taken = undefined;
    if (action.type === 'seat.heard') this.heard.push([action.seat, action.round, seq]);
    else if (action.type === 'measure.chosen') {
      if (this.#holds(action.measure)) this.plan.push([action.measure, seq]);
      else return;
      this.planSeq = seq;
    } else if (action.type === 'measure.dropped') {
      if (!this.has(action.measure)) return;
      this.plan = this.plan.filter(([measure]) => measure !== action.measure);
      this.planSeq = seq;
    } else if (action.type === 'measure.argued') this.argued.set(action.measure, action.grounds);
    else if (action.type === 'round.passed') this.passed.set(action.round, action.words);
    else if (action.type === 'objection.answered') this.replies.set(`${action.seat} ${action.measure}`, action.words);
    else if (action.type === 'view.answered') this.views.set(action.view, { ...action.answer, seq });
    else if (action.type === 'inject.answered') this.answered.set(action.inject, action.words);
    else if (action.type === 'note.drafted') this.dissent = action.note.dissent;
  }

  #holds = (measure: string) => !this.has(measure) && this.cost + (TABLE[measure]?.cost ?? 0) <= 20;

  has = (measure: string): boolean => this.plan.some(([one]) => one === measure);

  get cost(): number {
    return this.plan.reduce((sum, [measure]) => sum + (TABLE[measure]?.cost ?? 0), 0);
  }

  get isUntouched(): boolean {
    return this.heard.length === 0 && this.planSeq === 0;
  }

  grounds = (measure: string): Argued => this.argued.get(measure) ?? NOTHING;

  /** Every text that is counted, as it is compared. */
  get #texts(): string[] {
    return [
      ...this.plan.flatMap(([measure]) => {
        const { for: why, against, stop } = this.grounds(measure);
        return [why, against, stop];
      }),
      ...[...this.replies].flatMap(([to, words]) => (this.has(to.split(' ')[1] ?? '') ? [words] : [])),
      ...[...this.views.values()].map(({ words }) => words),
      ...this.passed.values(),
    ]
      .map(plain)
      .filter((text) => text.length > 11);
  }

  isOwn = (text: string): boolean => this.#texts.filter((one) => one === plain(text)).length === 1;

  get repeated(): number {
    const texts = this.#texts;
    return new Set(texts.filter((one) => texts.filter((other) => other === one).length > 1)).size;
  }

  of = (round: string) => this.plan.filter(([measure]) => measure.startsWith(round));
  isPassed = (round: string): boolean => this.of(round).length === 0 && this.isOwn(this.passed.get(round) ?? '');
  isDecided = (round: string): boolean => this.of(round).length > 0 || this.isPassed(round);

  /** The seats of survivors and sellers that spoke too late in a round, or never. */
  lateIn(round: string): string[] {
    const [first] = this.of(round);
    if (!first) return [];
    return ['survivors', 'sellers'].filter(
      (seat) => !this.heard.some(([who, where, seq]) => who === seat && where === round && seq < first[1]),
    );
  }

  get unheard(): string[] {
    return TEN_SEATS.filter((seat) => !this.heard.some(([who]) => who === seat));
  }

  get objections(): readonly { readonly seat: string; readonly measure: string; readonly open: boolean }[] {
    return this.plan.flatMap(([measure]) =>
      (OBJECTING.get(measure) ?? []).map((seat) => ({
        seat,
        measure,
        open: !this.isOwn(this.replies.get(`${seat} ${measure}`) ?? ''),
      })),
    );
  }

  /** The lowest point of S or R under the plan. */
  lowest(indicator: 'S' | 'R'): number {
    const ofMeasures = this.plan.map(([measure]) => {
      const low = TABLE[measure]?.[indicator][0] ?? 0;
      const isThird = this.of(measure.charAt(0)).findIndex(([one]) => one === measure) > 1;
      return low > 0 && isThird ? low / 2 : low;
    });
    const closes = this.has('C2') || this.has('C3');
    const extra =
      indicator === 'S' ? (closes && !this.has('C4') ? -6 : 0) + (this.has('B3') && !this.has('A3') ? -3 : 0) : 0;
    const sum = ofMeasures.reduce((all, low) => all + low, (this.told.report.standing[indicator] ?? 0) + extra);
    return Math.floor(Math.min(100, Math.max(0, sum)));
  }

  /** What has come from outside. */
  get injects(): string[] {
    const closes = this.has('C2') || this.has('C3');
    return [
      ...(this.has('B3') || this.has('C2') ? ['P1'] : []),
      ...(this.has('C2') ? ['P2'] : []),
      ...(closes ? ['P3'] : []),
      ...(this.isDecided('A') ? ['P4'] : []),
      ...(this.isDecided('B') ? ['P5'] : []),
      ...(this.isDecided('C') ? ['P6'] : []),
      ...(this.has('C2') ? ['P7'] : []),
    ];
  }

  /** How a view was answered for the plan that was signed. */
  stateOf(view: string): 'open' | 'stale' | 'answered' {
    const answer = this.views.get(view);
    if (!answer?.first || !answer.last || !this.isOwn(answer.words)) return 'open';
    if (!this.has(answer.first) || !this.has(answer.last)) return 'open';
    if (answer.first === answer.last && this.plan.length > 1) return 'open';
    return answer.seq > this.planSeq ? 'answered' : 'stale';
  }
}

const plain = (text: string) => text.toLowerCase().split(/\s+/).filter(Boolean).join(' ');
