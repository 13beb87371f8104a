import { sumOf } from './flows.ts';
import { rightRequestParts } from './judge-request.ts';
import { rightSheetParts } from './judge-sheet.ts';
import { type Ledger, PAYMENT_ROLES } from './ledger.ts';
import type { LedgerResponse, TracePath } from './play.ts';
import { layeringIndex, partOf, shownRole, type TracedPath, traceMoney } from './trace-money.ts';

/** Raw points of each criterion of a ledger. They stand side by side and are never summed. */
export interface LedgerMeasures {
  /** Agreement (F1) between the accounts named as profiting and those that do, 0 to 1. */
  readonly nodes: number;
  /** Key payments whose role matches their place on the sheet, 0 to 5. */
  readonly payments: number;
  /** Share of the money that certainly reached the ends of its paths, 0 to 1; a claim that is too high adds nothing. */
  readonly traced: number;
  /** Links of the best path (F1), less the distance of its disguise from that of the path it meets, 0 to 1. */
  readonly path: number;
  /** Innocent accounts that were left alone, less penalties for accusations. */
  readonly alone: number;
  /** Parts of the sheet that are right, 0 to 6. */
  readonly sheet: number;
  /** Parts of the request that are right, 0 to 10; 0 if it would freeze money of an exploited person. */
  readonly request: number;
}

/** Points for accusing or freezing an innocent account, and for calling another account ordinary. */
const ACCUSED = -2;
const OVERLOOKED = -1;

export const f1 = (right: number, named: number, wanted: number) => (right === 0 ? 0 : (2 * right) / (named + wanted));

/** Accounts that were named as profiting, without accounts through which money only passes. */
export const namedProfits = ({ views }: Pick<LedgerResponse, 'views'>, ledger: Ledger) =>
  views
    .filter(({ account, as }) => as === 'profit' && partOf(ledger, account) !== 'pass')
    .map(({ account }) => account);

/** Accounts that the request would freeze, each once. */
export const heldAccounts = ({ request }: Pick<LedgerResponse, 'request'>) => [
  ...new Set(request.lines.map(({ account }) => account)),
];

const sameHops = (one: Pick<TracePath, 'hops'>, other: Pick<TracePath, 'hops'>) =>
  one.hops.join(' > ') === other.hops.join(' > ');

/**
 * SIM that a response claims on each known path, and the part of it that certainly took the path: 0 if the claim
 * exceeds the possible amount. Claims on one path add up.
 */
export function claimed({ paths }: Pick<LedgerResponse, 'paths'>, known: readonly TracedPath[]) {
  return known.map(({ hops, safe, most }) => {
    const sim = sumOf(paths.filter((one) => sameHops(one, { hops })));
    return { hops, sim, safe, most, right: sim > most ? 0 : Math.min(safe, sim) };
  });
}

const linksIn = ({ hops }: Pick<TracePath, 'hops'>) => hops.slice(1).map((to, n) => `${hops[n]} > ${to}`);

/** Similarity of a traced path and a known one, 0 to 1: links in common, less the difference of their disguises. */
function agreement(path: TracePath, known: TracedPath): number {
  const [own, wanted] = [linksIn(path), linksIn(known)];
  const links = f1(own.filter((link) => wanted.includes(link)).length, own.length, wanted.length);
  return links * (1 - Math.abs(layeringIndex(path) - known.index) / 6);
}

/** Measures a response against a ledger. Unknown payments and accounts in it count as wrong. */
export function measureLedger(response: LedgerResponse, ledger: Ledger): LedgerMeasures {
  const { accounts } = ledger.truth;
  const money = traceMoney(ledger);
  const own = money.paths.filter(({ hops }) => hops[0] === ledger.truth.earner);
  const named = namedProfits(response, ledger);
  const profits = accounts.filter(({ part }) => part === 'profit').map(({ account }) => account);
  const right = claimed(response, own).reduce((sum, claim) => sum + claim.right, 0);
  const held = heldAccounts(response);
  const isHeldFromHarmed = held.some((id) => partOf(ledger, id) === 'harmed');
  const viewOf = (id: string) => response.views.find(({ account }) => account === id)?.as;
  const alone = accounts.map(({ account, part }): number => {
    const view = viewOf(account);
    if (part === 'innocent') {
      if (view === 'profit' || held.includes(account)) return ACCUSED;
      return view === 'ordinary' ? 1 : 0;
    }
    if (part === 'worker') return view === 'profit' || held.includes(account) ? ACCUSED : 0;
    return view === 'ordinary' && part !== 'lead' ? OVERLOOKED : 0;
  });
  return {
    nodes: f1(named.filter((id) => profits.includes(id)).length, named.length, profits.length),
    payments: PAYMENT_ROLES.filter((role) => shownRole(ledger, response.keyed[role] ?? 0) === role).length,
    traced: Math.min(1, right / money.safe),
    path: Math.max(0, ...response.paths.flatMap((path) => own.map((known) => agreement(path, known)))),
    alone: alone.reduce((sum, points) => sum + points, 0),
    sheet: rightSheetParts(response, ledger).length,
    request: isHeldFromHarmed ? 0 : rightRequestParts(response.request, ledger).length,
  };
}

/** The measures of the best play. */
export function bestMeasures({ truth }: Ledger): LedgerMeasures {
  const innocents = truth.accounts.filter(({ part }) => part === 'innocent').length;
  return { nodes: 1, payments: 5, traced: 1, path: 1, alone: innocents, sheet: 6, request: 10 };
}
