import { everyOther } from '#case/reference-players/use-cases/every-other.ts';
import type { PlayersOf } from '#case/reference-players/use-cases/players.ts';
import type { Table } from '#case/reference-players/use-cases/table.ts';
import { type BlindLedgerPlay, playBlindly } from '#kinds/ledger/model/blind-plays.ts';
import { freezeLimit } from '#kinds/ledger/model/judge-request.ts';
import { LEDGER } from '#kinds/ledger/model/kind.ts';
import { type AccountPart, type Ledger, PAYMENT_ROLES } from '#kinds/ledger/model/ledger.ts';
import { ledgerOf } from '#kinds/ledger/model/ledger-of.ts';
import type { AccountView, LedgerAction, LedgerResponse } from '#kinds/ledger/model/play.ts';
import { roleOf, traceMoney } from '#kinds/ledger/model/trace-money.ts';

const openLedger = (table: Table): Ledger => {
  const { ledger } = LEDGER.briefOf(table.material.scenario, table.attempt.state);
  return ledgerOf(ledger, table.material.market, table.answers.truth);
};

/** What one who knows the truth says of an account; undefined for one that the case leaves open. */
const VIEW_OF: Readonly<Record<AccountPart, AccountView | undefined>> = {
  profit: 'profit',
  pass: undefined,
  harmed: 'harmed',
  lead: undefined,
  worker: undefined,
  innocent: 'ordinary',
};

/** Marks every payment that has a role, traces both paths, and writes a sheet and a request without a gap. */
export function readAsOracle(ledger: Ledger): LedgerAction[] {
  const { book, truth } = ledger;
  const money = traceMoney(ledger);
  const roles = book.payments.flatMap(({ no }) => {
    const role = roleOf(ledger, no);
    return role ? [{ no, role }] : [];
  });
  const firstOf = (role: string) => roles.find((one) => one.role === role)?.no ?? 1;
  const [sweep, collection, , cover, exit] = PAYMENT_ROLES.map(firstOf);
  let open = money.gross;
  const lines = truth.accounts
    .toSorted((a, b) => Number(a.thirdPerson ?? false) - Number(b.thirdPerson ?? false))
    .flatMap(({ account, part }) => {
      if (part !== 'profit') return [];
      const sim = Math.min(open, freezeLimit(ledger, account));
      open -= sim;
      return sim > 0 ? [{ account, sim, route: 'person-first' as const }] : [];
    });
  return [
    ...roles.map((one): LedgerAction => ({ type: 'payment.marked', ...one })),
    ...PAYMENT_ROLES.map((role): LedgerAction => ({ type: 'payment.keyed', role, no: firstOf(role) })),
    ...truth.accounts.flatMap(({ account, part }): LedgerAction[] => {
      const as = VIEW_OF[part];
      return as ? [{ type: 'account.viewed', account, as }] : [];
    }),
    ...money.paths
      .filter(({ safe }) => safe > 0)
      .map(
        ({ hops, safe, mixed, medium, falseText }): LedgerAction => ({
          type: 'path.traced',
          path: { hops, sim: safe, mixed, medium, falseText },
        }),
      ),
    {
      type: 'sheet.written',
      sheet: {
        hypothesis: `${truth.taker} takes nearly all that ${truth.earner} earns, day after day.`,
        reading: 'business',
        test: 'business-books',
        limit: 'why',
        step: 'books-judge',
        others: 'delete',
        deleteAfter: 30,
      },
    },
    {
      type: 'freeze.written',
      request: {
        authority: 'judge',
        lines,
        offence: 'trafficking-laundering',
        facts: `Earnings are swept daily, as no. ${sweep} shows, and collected, as no. ${collection} shows.`,
        link: [sweep, collection, cover, exit].filter((no) => no !== undefined),
        risk: exit === undefined ? [] : [exit],
        basis: 'freeze',
        days: 60,
        reviewAfter: 30,
        thirds: [],
        minimum: 200,
      },
    },
  ];
}

/** The actions that lead to a response. */
export function actionsOf(response: LedgerResponse): LedgerAction[] {
  return [
    ...response.marks.map((mark): LedgerAction => ({ type: 'payment.marked', ...mark })),
    ...PAYMENT_ROLES.flatMap((role): LedgerAction[] => {
      const no = response.keyed[role];
      return no === undefined ? [] : [{ type: 'payment.keyed', role, no }];
    }),
    ...response.views.map(({ account, as }): LedgerAction => ({ type: 'account.viewed', account, as })),
    ...response.paths.map((path): LedgerAction => ({ type: 'path.traced', path })),
    { type: 'sheet.written', sheet: response.sheet },
    { type: 'freeze.written', request: response.request },
  ];
}

const blindly = (play: BlindLedgerPlay) => (table: Table) => actionsOf(playBlindly(play, openLedger(table).book));

/** What the reference players do in an exercise with a ledger. */
export const LEDGER_PLAYERS: PlayersOf<LedgerAction> = {
  oracle: (table) => readAsOracle(openLedger(table)),
  'flag-all': blindly('mark-all'),
  'flag-none': blindly('all-ordinary'),
  'count-flags': blindly('most-frequent'),
  'select-all-text': blindly('largest-sums'),
  'always-c3': blindly('round-sums'),
  'half-diligent': (table) => everyOther(readAsOracle(openLedger(table))),
};
