import type { LedgerAction } from '#kinds/ledger/model/play.ts';
import type { ReadAttempt } from './attempt.ts';

interface Booked {
  readonly no: number;
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly sim: number;
  readonly text: string;
}
interface Book {
  readonly accounts: readonly { readonly id: string; readonly holder: string; readonly opening: number }[];
  readonly payments: readonly Booked[];
}
type Path = Extract<LedgerAction, { type: 'path.traced' }>['path'];
type Sheet = Extract<LedgerAction, { type: 'sheet.written' }>['sheet'];
type Request = Extract<LedgerAction, { type: 'freeze.written' }>['request'];
export type Role = Extract<LedgerAction, { type: 'payment.keyed' }>['role'];
export type Part = 'profit' | 'pass' | 'harmed' | 'lead' | 'licensed-house' | 'family' | 'shared-costs' | 'worker';

export const ROLES: readonly Role[] = ['sweep', 'collection', 'cost', 'cover', 'exit'];
export const total = (payments: readonly Booked[]) => payments.reduce((sum, { sim }) => sum + sim, 0);
export const isInnocent = (part: Part) => ['licensed-house', 'family', 'shared-costs'].includes(part);

/**
 * One exercise with a ledger, read from the log and from the payments alone. The parts of accounts are read by the texts
 * of their payments, which is possible because the invented banks write the same words for the same things.
 */
export class ReadLedger {
  readonly book: Book;
  readonly acts: readonly { readonly seq: number; readonly action: LedgerAction }[];
  readonly views = new Map<string, { readonly as: string; readonly seq: number }>();
  readonly keyed = new Map<Role, number>();
  readonly paths: readonly Path[];
  readonly sheet: Sheet;
  readonly request: Request;
  readonly requestSeq: number;

  constructor(attempt: ReadAttempt, id: string) {
    this.book = attempt.brief(id).book as Book;
    this.acts = attempt.actsAt<LedgerAction>(id);
    const paths: Path[] = [];
    let sheet: Sheet = { hypothesis: '' };
    let request: Request = { lines: [], facts: '', link: [], risk: [] };
    let requestSeq = 0;
    for (const { action, seq } of this.acts) {
      if (action.type === 'payment.marked') {
        for (const role of ROLES)
          if (this.keyed.get(role) === action.no && role !== action.role) this.keyed.delete(role);
      } else if (action.type === 'payment.keyed') {
        if (action.no === undefined) this.keyed.delete(action.role);
        else this.keyed.set(action.role, action.no);
      } else if (action.type === 'account.viewed') {
        if (action.as === undefined) this.views.delete(action.account);
        else this.views.set(action.account, { as: action.as, seq });
      } else if (action.type === 'path.traced') {
        if (paths.length < 4) paths.push(action.path);
      } else if (action.type === 'path.dropped') {
        if (action.n < paths.length) paths.splice(action.n, 1);
      } else if (action.type === 'sheet.written') sheet = action.sheet;
      else if (action.type === 'freeze.written') [request, requestSeq] = [action.request, seq];
    }
    this.paths = paths;
    this.sheet = sheet;
    this.request = request;
    this.requestSeq = requestSeq;
  }

  into(id: string, ...texts: readonly string[]): readonly Booked[] {
    return this.book.payments.filter(({ to, text }) => to === id && (texts.length === 0 || texts.includes(text)));
  }

  outOf(id: string, ...texts: readonly string[]): readonly Booked[] {
    return this.book.payments.filter(({ from, text }) => from === id && (texts.length === 0 || texts.includes(text)));
  }

  /** The payer and the payee of the first payment with that text. */
  #ends(text: string): readonly [string, string] {
    const payment = this.book.payments.find((one) => one.text === text);
    return [payment?.from ?? '', payment?.to ?? ''];
  }

  get chain() {
    const [earner, collector] = this.#ends('room');
    const [, taker] = this.#ends('board');
    const [front, savings] = this.#ends('loan repaid');
    const [coins] = this.#ends('SIMCOIN-b');
    return { earner, collector, taker, front, savings, coins };
  }

  partOf(id: string): Part | undefined {
    if (!this.book.accounts.some((account) => account.id === id)) return undefined;
    const { earner, collector, taker, front, savings, coins } = this.chain;
    if ([taker, savings].includes(id)) return 'profit';
    if (id === coins || id === front) return 'pass';
    const own = this.book.payments.filter(({ from, to }) => from === id || to === id);
    const says = (pattern: RegExp) => own.some(({ text }) => pattern.test(text));
    if (id === earner || id === collector || says(/^share/)) return 'harmed';
    if (says(/receipt/)) return 'licensed-house';
    if (says(/mother/)) return 'family';
    if (says(/half fee/)) return 'shared-costs';
    return own.some(({ text, to }) => text === 'wage' && to === id) ? 'worker' : 'lead';
  }

  roleOf(no: number): Role | undefined {
    const payment = this.book.payments[no - 1];
    if (!payment) return undefined;
    const { earner, collector, taker } = this.chain;
    if (payment.from === earner && payment.to === collector) return 'sweep';
    if (payment.from === collector && payment.to === taker) return 'collection';
    if (payment.text === 'catering') return 'cover';
    if (payment.text === 'loan repaid' || payment.text.startsWith('SIMCOIN')) return 'exit';
    return payment.from === taker ? 'cost' : undefined;
  }

  /** The role that a payment may be said to show: a share of another person may be called a sweep. */
  shownRole(no: number): Role | undefined {
    return this.book.payments[no - 1]?.text.startsWith('share') ? 'sweep' : this.roleOf(no);
  }

  /** SIM that certainly came over front and coin, and SIM that can have come at most. */
  get money() {
    const { taker, front, coins, savings } = this.chain;
    const dirty = total(this.outOf(taker, 'catering'));
    const back = total(this.outOf(front).filter(({ to }) => to === savings));
    const coin = total(this.outOf(coins));
    const viaFront = Math.floor((back * dirty) / total(this.into(front)));
    return { viaFront, viaCoin: coin, safe: viaFront + coin, most: Math.min(dirty, back) + coin, dirty, back };
  }

  /** The two ways of the money, each as its accounts in a line. */
  get ways(): readonly (readonly [line: string, safe: number])[] {
    const { earner, collector, taker, front, coins, savings } = this.chain;
    const { viaFront, viaCoin } = this.money;
    return [
      [[earner, collector, taker, front, savings].join('>'), viaFront],
      [[earner, collector, taker, coins, savings].join('>'), viaCoin],
    ];
  }

  /** For each way of the money what was claimed on it, what certainly came there, and what can have come at most. */
  get claims() {
    const { viaCoin, dirty, back } = this.money;
    const most = [Math.min(dirty, back), viaCoin];
    return this.ways.map(([line, safe], n) => {
      const claimed = this.paths.reduce((sum, { hops, sim }) => sum + (hops.join('>') === line ? sim : 0), 0);
      return { path: line.replaceAll('>', ' › '), claimed, safe, most: most[n] ?? 0 };
    });
  }

  get traced() {
    const { safe, most } = this.money;
    const right = this.claims.reduce(
      (sum, claim) => sum + (claim.claimed > claim.most ? 0 : Math.min(claim.claimed, claim.safe)),
      0,
    );
    return { right, safe, most };
  }

  /** The number of links that each path shares with the way that it meets best, and the disguise that it states. */
  get met() {
    const linksOf = (line: string) => {
      const hops = line.split('>');
      return hops.slice(1).map((to, n) => `${hops[n]}>${to}`);
    };
    return this.paths.map(({ hops, mixed, medium, falseText }) => {
      const line = hops.join('>');
      const own = linksOf(line);
      const links = Math.max(...this.ways.map(([way]) => own.filter((link) => linksOf(way).includes(link)).length));
      const index = Math.min(3, hops.length - 2) + [mixed, medium, falseText].filter(Boolean).length;
      return { path: hops.join(' › '), links, way: this.ways.findIndex(([known]) => known === line), index };
    });
  }

  /** What stands on an account at the end. */
  standsOn(id: string): number {
    const opening = this.book.accounts.find((account) => account.id === id)?.opening ?? 0;
    return opening + total(this.into(id)) - total(this.outOf(id));
  }

  get marks(): ReadonlyMap<number, Role | undefined> {
    return new Map(
      this.acts.flatMap(({ action }) => (action.type === 'payment.marked' ? [[action.no, action.role] as const] : [])),
    );
  }

  get heldAccounts(): readonly string[] {
    return [...new Set(this.request.lines.map(({ account }) => account))];
  }

  holderOf(id: string): string {
    return this.book.accounts.find((account) => account.id === id)?.holder ?? '';
  }
}
