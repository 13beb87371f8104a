import type { Payment } from '#evidence/payments/model/payment.ts';
import { compareCodes } from '#kernel/model/compare-codes.ts';
import { fromEpoch, type Instant, toEpoch } from '#kernel/model/instant.ts';
import { type IndexedRng, shuffle, stream } from '#kernel/model/rng.ts';
import type { Ledger, LedgerAccount, LedgerRule } from './ledger.ts';
import type { LedgerCast } from './ledger-cast.ts';
import { type BalanceOf, planLedger } from './plan-ledger.ts';

/** The input for drawing a ledger: the seed of its market, its people, and its first day. */
export interface LedgerOrder {
  readonly seed: string;
  readonly cast: LedgerCast;
  readonly from: Instant;
}

const DAY_SECONDS = 24 * 60 * 60;

/**
 * Draws a ledger of some 120 payments over six weeks. A payment that its payer cannot make is left out, so that no
 * balance falls below zero. Account numbers are drawn at random and sorted, so that they do not reveal roles.
 */
export function drawLedger({ seed, cast, from }: LedgerOrder): Ledger {
  const plan = planLedger(cast, stream(seed, 'ledger plan'));
  const idOf = drawIds(
    plan.accounts.map(({ role }) => role),
    stream(seed, 'ledger ids'),
  );
  const named = (role: string) => idOf.get(role) ?? role;

  const balances = new Map(plan.accounts.map(({ role, opening }) => [role, opening]));
  const balance: BalanceOf = (role) => balances.get(role) ?? 0;
  const start = Math.floor(toEpoch(from) / DAY_SECONDS) * DAY_SECONDS;
  const payments: Payment[] = [];
  const rules: LedgerRule[] = [];
  for (const planned of plan.payments.toSorted((a, b) => a.day - b.day || a.minute - b.minute)) {
    const sim = planned.sim(balance);
    const isKnown = balances.has(planned.from);
    if (sim < 1 || (isKnown && sim > balance(planned.from))) continue;
    if (isKnown) balances.set(planned.from, balance(planned.from) - sim);
    if (balances.has(planned.to)) balances.set(planned.to, balance(planned.to) + sim);
    const at = fromEpoch(start + planned.day * DAY_SECONDS + planned.minute * 60);
    payments.push({
      no: payments.length + 1,
      at: `${at.slice(0, 16)}Z`,
      from: named(planned.from),
      to: named(planned.to),
      sim,
      text: planned.text,
    });
    rules.push(planned.rule);
  }
  const accounts = plan.accounts
    .map(({ role, holder, kind, opening }): LedgerAccount => ({ id: named(role), holder, kind, opening }))
    .toSorted((a, b) => compareCodes(a.id, b.id));
  return {
    book: { accounts, payments },
    truth: {
      rules,
      accounts: plan.accounts
        .map(({ role, part, thirdPerson, reading }) => ({
          account: named(role),
          part,
          ...(thirdPerson && { thirdPerson }),
          ...(reading && { reading }),
        }))
        .toSorted((a, b) => compareCodes(a.account, b.account)),
      taker: named('taker'),
      earner: named('earner'),
      paths: plan.paths.map((path) => ({ ...path, hops: path.hops.map(named) })),
    },
  };
}

/** Numbers of accounts, W10 to W99, in no order. */
function drawIds(roles: readonly string[], rng: IndexedRng): ReadonlyMap<string, string> {
  const numbers = Array.from({ length: 90 }, (_, n) => n + 10);
  shuffle(numbers, rng);
  return new Map(roles.map((role, n) => [role, `W${numbers[n]}`]));
}
