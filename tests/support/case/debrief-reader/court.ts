import type { CourtroomAction } from '#kinds/courtroom/model/play.ts';
import { type ReadAttempt, type Readers, type Truth, truth } from './attempt.ts';

interface File {
  readonly bundle: {
    readonly elements: readonly { readonly id: string; readonly title: string }[];
    readonly exhibits: readonly {
      readonly id: string;
      readonly places: readonly { readonly at: string }[];
      readonly payments?: readonly {
        readonly no: number;
        readonly from: string;
        readonly to: string;
        readonly sim: number;
      }[];
    }[];
    readonly motions: readonly {
      readonly id: string;
      readonly title: string;
      readonly outcomes: readonly { readonly id: string; readonly text: string }[];
    }[];
    readonly sums: readonly { readonly id: string; readonly asks: string }[];
    readonly form?: {
      readonly items: readonly {
        readonly id: string;
        readonly part: string;
        readonly options?: readonly { readonly id: string }[];
      }[];
    };
    readonly judgment: readonly {
      readonly id: string;
      readonly title: string;
      readonly options: readonly { readonly id: string; readonly text: string }[];
    }[];
  };
  readonly law: { readonly regime: string };
}

type Action<Type extends CourtroomAction['type']> = Extract<CourtroomAction, { readonly type: Type }>;
type Key = NonNullable<ReadAttempt['answers']['key']['courtroom']>;

/** The last act of a type for each name, in the order of the log. */
function lastOf<Act>(acts: readonly Act[], name: (act: Act) => string): Map<string, Act> {
  const last = new Map<string, Act>();
  for (const act of acts) last.set(name(act), act);
  return last;
}

/** One courtroom exercise of an attempt, read from its log. */
export class ReadCourt {
  readonly file: File;
  readonly key: Key;
  /** Cells with a bearing that says something, as they stand at the end. */
  readonly cells: readonly Action<'cell.judged'>[];
  readonly rows: ReadonlyMap<string, Action<'row.judged'>>;
  /** What had been worked on when the first view was signed, if anything had. */
  readonly firstAfter: 'matrix' | 'ruling' | undefined;
  /** Elements with a probability. */
  readonly set: ReadonlySet<string>;
  readonly sums: ReadonlyMap<string, Action<'sum.given'>>;
  /** The last signed ruling on each motion, with the number of its event. */
  readonly rulings: ReadonlyMap<string, { readonly seq: number; readonly outcome: string }>;
  /** The last choice of each question of the judgment. */
  readonly choices: ReadonlyMap<string, Action<'choice.made'>>;
  /** The last answer to each question of a form. */
  readonly answers: ReadonlyMap<string, Action<'item.answered'>>;

  constructor(attempt: ReadAttempt, id: string) {
    this.file = attempt.brief(id) as unknown as File;
    const { courtroom } = attempt.answers.key;
    if (!courtroom) throw new Error(`The key of ${attempt.scenario.id} has no answers for a court.`);
    this.key = courtroom;
    const acts = attempt.actsAt<CourtroomAction>(id);
    const of = <Type extends CourtroomAction['type']>(type: Type) =>
      acts.flatMap(({ action }) => (action.type === type ? [action as Action<Type>] : []));
    const cells = new Map<string, Action<'cell.judged'>>();
    for (const { action } of acts) {
      if (action.type === 'cell.judged') cells.set(`${action.element} ${action.exhibit}`, action);
      if (action.type === 'cell.cleared') cells.delete(`${action.element} ${action.exhibit}`);
    }
    this.cells = [...cells.values()].filter(({ bearing }) => bearing !== 'silent');
    this.rows = lastOf(of('row.judged'), ({ element }) => element);
    this.sums = lastOf(of('sum.given'), ({ sum }) => sum);
    this.choices = lastOf(of('choice.made'), ({ question }) => question);
    this.answers = lastOf(of('item.answered'), ({ item }) => item);
    const signed = acts.findIndex(({ action }) => action.type === 'view.signed');
    const before = acts.slice(0, Math.max(signed, 0)).map(({ action }) => action);
    const cleared = (cell: Action<'cell.judged'>, n: number) =>
      before
        .slice(n)
        .some((a) => a.type === 'cell.cleared' && a.element === cell.element && a.exhibit === cell.exhibit);
    this.firstAfter = before.some(({ type }) => type === 'ruling.signed')
      ? 'ruling'
      : before.some((a, n) => a.type === 'row.judged' || (a.type === 'cell.judged' && !cleared(a, n)))
        ? 'matrix'
        : undefined;
    this.set = new Set(
      acts.flatMap(({ action }, n) =>
        action.type === 'view.set' && (action.view === 'last' || signed < 0 || n < signed) ? [action.element] : [],
      ),
    );
    this.rulings = new Map(
      acts.flatMap(({ seq, action }) =>
        action.type === 'ruling.signed' ? [[action.motion, { seq, outcome: action.outcome }] as const] : [],
      ),
    );
  }

  /** The places of the key for an element and a bearing, in one exhibit. */
  places(element: string, bearing: string, exhibit: string): string[] {
    const row = this.key.rows.find((one) => one.element === element);
    const written = bearing === 'for' ? row?.for : row?.against;
    return (written ?? []).filter((place) => place.startsWith(`${exhibit} `)).flatMap((place) => this.#meant(place));
  }

  #meant(place: string): string[] {
    const exhibit = place.slice(0, place.indexOf(' '));
    const [from, to] = place.slice(exhibit.length + 1).split('>');
    if (to === undefined) return [place];
    const payments = this.file.bundle.exhibits.find(({ id }) => id === exhibit)?.payments ?? [];
    return payments.filter((payment) => payment.from === from && payment.to === to).map(({ no }) => `${exhibit} ${no}`);
  }

  /** Number of pairs of row and exhibit that the key has, for and against apart. */
  get wanted(): number {
    return this.key.rows.reduce((sum, row) => {
      const exhibits = (places: readonly string[]) => new Set(places.map((place) => place.split(' ')[0])).size;
      return sum + exhibits(row.for) + exhibits(row.against);
    }, 0);
  }

  get right(): number {
    return this.cells.filter(({ element, bearing, exhibit, places }) => {
      const accepted = this.places(element, bearing, exhibit);
      return places.length > 0 && places.every((place) => accepted.includes(place));
    }).length;
  }

  get baseless(): number {
    return this.cells.filter(({ element, bearing, exhibit }) => this.places(element, bearing, exhibit).length === 0)
      .length;
  }

  /** Cells that speak as the key says, and name no place, or one that the key does not have there. */
  get misplaced(): number {
    return this.cells.length - this.right - this.baseless;
  }

  /** Chosen options at which the key has a red line. */
  get redLines(): Truth[] {
    return this.file.bundle.judgment.flatMap(({ id, title, options }): Truth[] => {
      const choice = options.find((option) => option.id === this.choices.get(id)?.option);
      const isRed = choice !== undefined && this.key.judgment[id]?.options[choice.id]?.view === 'red';
      return isRed ? [{ params: { question: title, choice: choice.text } }] : [];
    });
  }

  /** What the payments that were named for a sum come to; 0 if none was named. */
  namedFor(sum: string): number {
    const named = new Set(this.sums.get(sum)?.payments);
    let all = 0;
    for (const { payments = [] } of this.file.bundle.exhibits)
      for (const { no, sim } of payments) if (named.has(no)) all += sim;
    return all;
  }

  titleOf(element: string): string {
    return this.file.bundle.elements.find(({ id }) => id === element)?.title ?? element;
  }

  /** Rows of the key that meet the condition, by their titles. */
  rowsThat(are: (row: Key['rows'][number], said: Action<'row.judged'> | undefined) => boolean): Truth[] {
    return this.key.rows
      .filter((row) => are(row, this.rows.get(row.element)))
      .map(({ element }) => ({ params: { row: this.titleOf(element) } }));
  }

  isRight(sum: string): boolean {
    const given = this.sums.get(sum);
    const isOfPayments = !given || given.payments.length === 0 || this.namedFor(sum) === given.amount;
    return this.isAmountRight(sum) && isOfPayments;
  }

  /** True if the state of a row is that of the key, or one that the key calls defensible. */
  accepts({ element, state, defensible }: Key['rows'][number]): boolean {
    const said = this.rows.get(element)?.state;
    return said !== undefined && [state, ...defensible].includes(said);
  }

  /** Whether the amount agrees, whatever payments are named for it. */
  isAmountRight(sum: string): boolean {
    const [given, asked] = [this.sums.get(sum), this.key.sums[sum]];
    return given !== undefined && asked !== undefined && Math.abs(given.amount - asked.amount) <= asked.within;
  }
}

const shownAgainst = (court: ReadCourt, state: 'not-met' | 'ask') =>
  court.rowsThat((row, said) => said?.state === 'met' && row.state === state && !row.defensible.includes('met'));

/** Number of red lines in the judgments of all courts of an attempt. */
export const redLinesOf = (attempt: ReadAttempt): number =>
  attempt.exercises('courtroom').reduce((sum, id) => sum + new ReadCourt(attempt, id).redLines.length, 0);

/** Number of rows of all courts of an attempt that were called shown and are not. */
export const accusedRows = (attempt: ReadAttempt): number =>
  attempt.exercises('courtroom').reduce((sum, id) => {
    const court = new ReadCourt(attempt, id);
    return sum + shownAgainst(court, 'not-met').length + shownAgainst(court, 'ask').length;
  }, 0);

/** When each sentence about a courtroom exercise is true, and with which values. */
export const COURT_READERS: Readers<ReadCourt> = {
  'court.cells.none': ({ cells }) => truth(cells.length === 0),
  'court.cells': (court) => truth(court.cells.length > 0, { params: { n: court.right, of: court.wanted } }),
  'court.cells.misplaced': ({ misplaced }) => truth(misplaced > 0, { params: { count: misplaced } }),
  'court.cells.baseless': ({ baseless }) => truth(baseless > 0, { params: { count: baseless } }),
  'court.rows': (court) =>
    truth(court.rows.size > 0, {
      params: { n: court.key.rows.filter((row) => court.accepts(row)).length, of: court.key.rows.length },
    }),
  'court.rows.none': ({ rows }) => truth(rows.size === 0),
  'court.row.open': (court) => (court.rows.size === 0 ? [] : court.rowsThat((_, said) => said === undefined)),
  'court.row.closed': (court) => court.rowsThat((row, said) => said?.state === 'not-met' && row.state === 'ask'),
  'court.row.asked-of-met': (court) =>
    court.rowsThat((row, said) => said?.state === 'ask' && row.state === 'met' && !row.defensible.includes('ask')),
  'court.row.asked-defensible': (court) =>
    court.rowsThat((row, said) => said?.state === 'ask' && row.state === 'met' && row.defensible.includes('ask')),
  'court.row.asked-of-not-met': (court) =>
    court.rowsThat((row, said) => said?.state === 'ask' && row.state === 'not-met'),
  'court.row.accused': (court) => shownAgainst(court, 'not-met'),
  'court.row.early': (court) => shownAgainst(court, 'ask'),
  'court.row.met-defensible': (court) =>
    court.rowsThat((row, said) => said?.state === 'met' && row.state === 'ask' && row.defensible.includes('met')),
  'court.row.let-go': (court) => court.rowsThat((row, said) => said?.state === 'not-met' && row.state === 'met'),
  'court.measure.fitting': (court) => court.rowsThat((row, said) => row.next.includes(said?.measure ?? '')),
  'court.measure.other': (court) =>
    court.rowsThat((row, said) => said?.measure !== undefined && !row.next.includes(said.measure)),
  'court.measure.none': (court) =>
    court.rowsThat((_, said) => said !== undefined && said.state !== 'met' && said.measure === undefined),
  'court.views': ({ set, key }) => {
    const n = key.rows.filter(({ element }) => !set.has(element)).length;
    return truth(n > 0, { params: { n, of: key.rows.length } });
  },
  'court.views.after-matrix': ({ firstAfter }) => truth(firstAfter === 'matrix'),
  'court.views.after-ruling': ({ firstAfter }) => truth(firstAfter === 'ruling'),
  'court.rulings': ({ rulings, file }) => {
    const n = file.bundle.motions.filter(({ id, outcomes }) =>
      outcomes.some((outcome) => outcome.id === rulings.get(id)?.outcome),
    ).length;
    return [{ params: { n, of: file.bundle.motions.length } }];
  },
  'court.ruling.forbidden': ({ rulings, file, key }) =>
    file.bundle.motions.flatMap(({ id, title, outcomes }): Truth[] => {
      const ruling = rulings.get(id);
      const forbidden = Object.entries(key.motions[id]?.forbids ?? {}).flatMap(([regime, of]) =>
        regime === file.law.regime ? (of ?? []) : [],
      );
      const outcome = outcomes.find((one) => one.id === ruling?.outcome)?.text;
      if (!ruling || outcome === undefined || !forbidden.some((one) => one.outcome === ruling.outcome)) return [];
      return [{ params: { motion: title, outcome }, events: [ruling.seq] }];
    }),
  'court.items.open': ({ answers, file }) => {
    const asked = (file.bundle.form?.items ?? []).filter(({ part }) => part !== 'shift');
    const open = asked.filter(({ id, options = [] }) => !options.some((one) => one.id === answers.get(id)?.option));
    return truth(open.length > 0, { params: { n: open.length, of: asked.length } });
  },
  'court.red-line': ({ redLines }) => redLines,
  'court.sums': (court) => {
    const { sums } = court.file.bundle;
    return truth(sums.length > 0, {
      params: { n: sums.filter(({ id }) => court.isRight(id)).length, of: sums.length },
    });
  },
  'court.sum.off': (court) =>
    court.file.bundle.sums.flatMap(({ id, asks }): Truth[] => {
      const given = court.sums.get(id);
      if (!given || court.isAmountRight(id)) return [];
      return [{ params: { sum: asks, given: given.amount, amount: court.key.sums[id]?.amount ?? 0 } }];
    }),
  'court.sum.after': (court) => {
    const { sums } = court.file.bundle;
    const isWrong = (id: string) => court.sums.has(id) && !court.isAmountRight(id);
    return sums.flatMap(({ id, asks }): Truth[] => {
      const before = new Set(court.key.sums[id]?.after);
      const on = sums.filter((one) => before.has(one.id) && isWrong(one.id)).map((one) => one.asks);
      return isWrong(id) && on.length > 0 ? [{ params: { sum: asks, on: on.join(' ') } }] : [];
    });
  },
  'court.sum.named': (court) =>
    court.file.bundle.sums.flatMap(({ id, asks }): Truth[] => {
      const given = court.sums.get(id);
      const named = court.namedFor(id);
      return given === undefined || given.payments.length === 0 || named === given.amount
        ? []
        : [{ params: { sum: asks, given: given.amount, named } }];
    }),
};
