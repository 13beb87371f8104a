import type { IndexedRng } from '#kernel/model/rng.ts';
import type { AccountTruth, LedgerAccount, LedgerRule, TruePath } from './ledger.ts';
import type { LedgerCast } from './ledger-cast.ts';

/** Reads the balance of a role when a payment is booked, in SIM. */
export type BalanceOf = (role: string) => number;

/** A payment before it is booked. Payer and payee are roles of the plan, or parties without an account. */
export interface PlannedPayment {
  readonly day: number;
  /** Minutes after midnight. */
  readonly minute: number;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly rule: LedgerRule;
  readonly sim: (balance: BalanceOf) => number;
}

/** An account of the plan, by its role; its number is drawn later. */
export interface PlannedAccount
  extends Omit<LedgerAccount, 'id'>,
    Pick<AccountTruth, 'part' | 'reading' | 'thirdPerson'> {
  readonly role: string;
}

/** Accounts, payments and paths of a ledger, by roles. */
export interface LedgerPlan {
  readonly accounts: readonly PlannedAccount[];
  readonly payments: readonly PlannedPayment[];
  readonly paths: readonly TruePath[];
}

const HOUR = 60;
/** Days of a ledger. */
const DAYS = 42;

/** The nearest multiple at or below. */
const down = (sim: number, step: number) => Math.floor(sim / step) * step;
const fixed = (sim: number) => () => sim;
/** A share of the balance of an account, up to a maximum. */
const partOfBalance =
  (role: string, percent: number, step: number, most = Number.POSITIVE_INFINITY) =>
  (balance: BalanceOf) =>
    Math.min(most, down((balance(role) * percent) / 100, step));

/**
 * Plans the payments of a ledger by its typologies: a sweep with its consequences (L1, L2, L5, L6), an earner who
 * shares (L1b), fees of job-seekers and returned wages (L3, L4), and look-alikes: a licensed house (L7), money for a
 * family and shared costs (L8), deposits of a fraud (L9). Sums, shares, days and hours are drawn.
 */
export function planLedger(cast: LedgerCast, rng: IndexedRng): LedgerPlan {
  const payments: PlannedPayment[] = [];
  const between = (least: number, most: number, step = 1) =>
    least + step * rng.int(Math.floor((most - least) / step) + 1);
  const pay = (
    rule: LedgerRule,
    [day, hour]: readonly [number, number],
    [from, to]: readonly [string, string],
    text: string,
    sim: PlannedPayment['sim'],
  ) => payments.push({ rule, day, minute: hour * HOUR + between(0, 50, 5), from, to, text, sim });
  /** `count` days at about equal distances. */
  const spread = (count: number, first: number, last: number) =>
    Array.from({ length: count }, (_, n) =>
      Math.min(last, first + Math.floor(((last - first) * n) / Math.max(1, count - 1)) + (n > 0 ? rng.int(2) : 0)),
    );

  const share = between(82, 90, 2);
  let before = -1;
  for (const day of spread(15, 2, 36)) {
    const on = Math.max(day, before + 1);
    before = on;
    const sim = between(100, 160, 10);
    pay('L1', [on, 20], ['buyers', 'earner'], 'visit', fixed(sim));
    pay('L1', [on + 1, 9], ['earner', 'collector'], 'room', fixed(down((sim * share) / 100, 5)));
  }
  for (const day of spread(6, 6, 39))
    pay('L1', [day, 22], ['collector', 'taker'], 'board', partOfBalance('collector', 96, 5));
  for (const day of spread(8, 0, 35)) pay('L2', [day, 7], ['taker', 'site A'], 'listing fee', fixed(12));
  pay('L2', [0, 8], ['taker', 'travel'], 'bus, two persons', fixed(between(40, 70, 5)));
  pay('L2', [between(19, 23), 8], ['taker', 'travel'], 'room, two nights', fixed(between(40, 60, 5)));
  for (const day of spread(4, 8, 32))
    pay(
      'L6',
      [day, 12],
      ['taker', 'front'],
      'catering',
      partOfBalance('taker', between(50, 75, 5), 20, between(260, 340, 20)),
    );
  for (const day of spread(6, 2, 31))
    pay('L6-lawful', [day, 15], ['guests', 'front'], 'till', fixed(between(190, 240, 10)));
  for (const day of [between(17, 20), between(33, 35)])
    pay(
      'L6',
      [day, 16],
      ['front', 'savings'],
      'loan repaid',
      partOfBalance('front', between(44, 58, 2), 20, between(420, 480, 20)),
    );
  for (const day of [between(10, 12), 40]) {
    pay('L5', [day, 11], ['taker', 'coins'], 'SIMCOIN-a', partOfBalance('taker', 50, 10, 300));
    pay('L5', [day + 1, 11], ['coins', 'savings'], 'SIMCOIN-b', partOfBalance('coins', 95, 10));
  }
  const kept = between(52, 62, 2);
  for (const [n, day] of spread(8, 2, 34).entries()) {
    pay('L1b', [day, 21], ['buyers', 'free'], 'visit', fixed(between(100, 140, 10)));
    if (n % 2 === 1)
      pay(
        'L1b',
        [day + 2, 10],
        ['free', 'collector'],
        `share ${100 - kept}`,
        partOfBalance('free', between(26, 36, 2), 5),
      );
  }
  for (const [n, day] of spread(6, 1, 13).entries())
    pay('L3', [day, 14], [`seeker ${n * 2 + 1}`, 'recruiter'], 'papers', fixed(150));
  pay('L3', [between(14, 16), 9], ['recruiter', 'cash'], 'withdrawal', partOfBalance('recruiter', 95, 50));
  const wage = between(800, 1000, 100);
  const back = between(500, 600, 100);
  for (const day of [between(17, 18), between(31, 32)])
    for (const worker of ['worker 1', 'worker 2']) {
      pay('L4', [day, 9], ['employer', worker], 'wage', fixed(wage));
      pay('L4', [day + 1, 10], [worker, 'recruiter'], 'room and tools', fixed(back));
    }
  const payout = between(62, 72, 2);
  for (const [n, day] of spread(6, 3, 34).entries()) {
    const sim = between(180, 220, 10);
    const to = `housed ${1 + (n % 3)}`;
    pay('L7', [day, 19], ['guests', 'house'], 'receipt no.', fixed(sim));
    pay(
      'L7',
      [day + between(1, 2), 10],
      ['house', to],
      `payout ${payout}, receipt no.`,
      fixed(down((sim * payout) / 100, 1)),
    );
  }
  for (const [n, day] of spread(4, 5, 31).entries()) {
    pay('L8', [day, 18], ['buyers', 'supporter'], 'visit', fixed(between(110, 140, 10)));
    if (n !== 2) pay('L8', [day + (n === 3 ? 4 : 2), 9], ['supporter', 'relative'], 'for mother', fixed(90));
  }
  for (const day of [1, 15]) {
    pay('L8b', [day, 7], ['friend 3', 'site B'], 'listing fee', fixed(20));
    pay('L8b', [day + 2, 9], ['friend 1', 'friend 3'], 'half fee', fixed(10));
    pay('L8b', [day + 2, 10], ['friend 2', 'friend 3'], 'half fee', fixed(10));
  }
  for (const [n, day] of spread(5, 2, 30).entries())
    pay('L9', [day, 20], [`payer ${2 + 7 * n}`, 'deceiver'], 'deposit', fixed(50));
  pay('L9', [DAYS - 11, 23], ['deceiver', 'card'], 'top up', partOfBalance('deceiver', 100, 1));

  return { accounts: accountsOf(cast), payments, paths: PATHS };
}

function accountsOf(cast: LedgerCast): PlannedAccount[] {
  const account = (
    role: string,
    holder: string,
    part: AccountTruth['part'],
    rest: Partial<PlannedAccount> = {},
  ): PlannedAccount => ({ role, holder, part, kind: 'bank', opening: 0, ...rest });
  const innocent = (role: string, holder: string, reading: AccountTruth['reading'] & string, opening = 0) =>
    account(role, holder, 'innocent', { reading, opening });
  return [
    account('earner', cast.earner, 'harmed'),
    account('collector', cast.collector, 'harmed'),
    account('taker', cast.taker, 'profit', { opening: 100 }),
    account('front', cast.keeper, 'pass', { thirdPerson: true }),
    account('coins', `${cast.taker}, coin wallet`, 'pass', { kind: 'coin' }),
    account('savings', `${cast.taker}, savings`, 'profit'),
    account('free', cast.free, 'harmed'),
    innocent('house', cast.house, 'licensed-house'),
    ...cast.housed.map((name, n) => innocent(`housed ${n + 1}`, name, 'licensed-house')),
    innocent('supporter', cast.supporter, 'family'),
    innocent('relative', cast.relative, 'family'),
    ...cast.friends.map((name, n) => innocent(`friend ${n + 1}`, name, 'shared-costs', 100)),
    account('deceiver', cast.deceiver, 'lead'),
    account('card', `${cast.deceiver}, prepaid card`, 'lead'),
    account('recruiter', cast.recruiter, 'lead'),
    account('employer', cast.employer, 'lead', { opening: 4000 }),
    ...cast.workers.map((name, n) => account(`worker ${n + 1}`, name, 'worker')),
  ];
}

const path = (rule: LedgerRule, hops: readonly string[], signs: Partial<TruePath> = {}): TruePath => ({
  hops,
  mixed: false,
  medium: false,
  falseText: false,
  rule,
  ...signs,
});

/** A path begins with the person whose money it is. */
const PATHS: readonly TruePath[] = [
  path('L6', ['earner', 'collector', 'taker', 'front', 'savings'], { mixed: true, falseText: true }),
  path('L5', ['earner', 'collector', 'taker', 'coins', 'savings'], { medium: true }),
  path('L3', ['seeker 1', 'recruiter', 'cash'], { medium: true }),
  path('L9', ['payer 2', 'deceiver', 'card']),
  path('L7', ['house', 'housed 1']),
  path('L8', ['supporter', 'relative']),
];
