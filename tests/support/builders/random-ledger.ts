import { briefAt, type Table } from '#case/reference-players/use-cases/table.ts';
import { BLIND_PLAYS, playBlindly } from '#kinds/ledger/model/blind-plays.ts';
import {
  FREEZE_AUTHORITIES,
  FREEZE_BASES,
  FREEZE_OFFENCES,
  FREEZE_ROUTES,
  type FreezeRequest,
} from '#kinds/ledger/model/freeze-request.ts';
import { PAYMENT_ROLES, READINGS } from '#kinds/ledger/model/ledger.ts';
import { ledgerOf } from '#kinds/ledger/model/ledger-of.ts';
import { ACCOUNT_VIEWS, type LedgerAction } from '#kinds/ledger/model/play.ts';
import type { LedgerBrief } from '#kinds/ledger/model/schemas.ts';
import {
  DATA_OF_OTHERS,
  type FinancialSheet,
  MONEY_LIMITS,
  NEXT_STEPS,
  READING_TESTS,
} from '#kinds/ledger/model/sheet.ts';
import { actionsOf, readAsOracle } from '#kinds/ledger/use-cases/players.ts';
import { type Chances, drawSlips, slipped } from './chances.ts';

/** What a random player does in a ledger: marks, views, paths, a sheet and a request, each with slips. */
export function randomLedger(table: Table, draw: Chances): LedgerAction[] {
  const { ledger: source, book } = briefAt(table) as unknown as LedgerBrief;
  const ledger = ledgerOf(source, table.material.market, table.answers.truth);
  const slips = drawSlips(draw);
  const whole = draw.often(80) ? readAsOracle(ledger) : actionsOf(playBlindly(draw.one(BLIND_PLAYS), book));
  const accounts = book.accounts.map(({ id }) => id);
  const no = () => 1 + draw.int(book.payments.length);
  /** How often a field is not as it should be. */
  const wrong = draw.one([0, 0, 5, 20, 60]);
  // Between what is certain and the most that can have come a path has little room.
  const claims = draw.one(['as-they-are', 'as-they-are', 'as-they-are', 'above', 'over']);
  const acts = slipped(whole, slips, draw).map((act): LedgerAction => {
    if (act.type === 'path.traced' && claims !== 'as-they-are')
      return { ...act, path: { ...act.path, sim: claims === 'above' ? act.path.sim + 1 + draw.int(150) : 5000 } };
    if (!draw.often(wrong)) return act;
    if (act.type === 'sheet.written') return { ...act, sheet: spoiledSheet(act.sheet, draw) };
    if (act.type === 'freeze.written') return { ...act, request: spoiledRequest(act.request, accounts, no, draw) };
    if (act.type === 'account.viewed') return { ...act, as: draw.one(ACCOUNT_VIEWS) };
    if (act.type === 'payment.keyed') return { ...act, no: no() };
    if (act.type !== 'path.traced') return act;
    return {
      ...act,
      path: {
        ...act.path,
        sim: draw.one([0, 1, act.path.sim - 1, act.path.sim + 1, 5000]),
        hops: draw.often(50) ? act.path.hops : act.path.hops.slice(0, 2 + draw.int(2)),
        mixed: draw.often(50),
      },
    };
  });
  const strays = draw.some([1, 2, 3, 4, 5], slips.stray).map(
    (): LedgerAction =>
      draw.one<LedgerAction>([
        { type: 'payment.marked', no: no() },
        { type: 'payment.marked', no: no(), role: draw.one(PAYMENT_ROLES) },
        { type: 'payment.keyed', role: draw.one(PAYMENT_ROLES) },
        { type: 'account.viewed', account: draw.one(accounts), as: draw.one(ACCOUNT_VIEWS) },
        { type: 'account.viewed', account: draw.one(accounts) },
        { type: 'reading.weighed', reading: draw.one(READINGS), weight: 'even' },
        { type: 'path.dropped', n: draw.int(3) },
      ]),
  );
  return draw.often(50) ? [...acts, ...strays] : [...strays, ...acts];
}

function spoiledSheet(sheet: FinancialSheet, draw: Chances): FinancialSheet {
  const { test: _, ...untested } = sheet;
  return draw.one<FinancialSheet>([
    { hypothesis: '' },
    untested,
    { ...sheet, hypothesis: 'Somebody takes money from somebody else.' },
    { ...sheet, reading: draw.one(READINGS), test: draw.one(READING_TESTS) },
    { ...sheet, limit: draw.one(MONEY_LIMITS), step: draw.one(NEXT_STEPS) },
    { ...sheet, others: draw.one(DATA_OF_OTHERS), deleteAfter: draw.int(200) },
  ]);
}

function spoiledRequest(
  request: FreezeRequest,
  accounts: readonly string[],
  no: () => number,
  draw: Chances,
): FreezeRequest {
  const { basis: _, minimum: __, ...unfinished } = request;
  const line = (account: string) => ({ account, sim: draw.int(900), route: draw.one(FREEZE_ROUTES) });
  return draw.one<FreezeRequest>([
    unfinished,
    { ...request, lines: [] },
    { ...request, lines: draw.some(accounts, 30).map(line) },
    { ...request, lines: [...request.lines, line(draw.one(accounts))] },
    { ...request, lines: [line(draw.one(accounts))], thirds: [] },
    { ...request, lines: accounts.map((account) => ({ ...line(account), sim: 500 + draw.int(3000) })) },
    { ...request, authority: draw.one(FREEZE_AUTHORITIES), basis: draw.one(FREEZE_BASES) },
    { ...request, offence: draw.one(FREEZE_OFFENCES), facts: `Payment ${no()} stands out in the ledger.` },
    { ...request, link: [no(), no()], risk: [no()] },
    { ...request, days: draw.int(100), reviewAfter: draw.int(100) },
    { ...request, thirds: draw.some(accounts, 10), minimum: draw.int(400) },
  ]);
}
