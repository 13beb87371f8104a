import { type Readers, type Truth, truth } from './attempt.ts';
import { isInnocent, type Part, type ReadLedger, ROLES, type Role, total } from './ledger.ts';

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '').length;
const given = (...values: readonly unknown[]) => values.every((value) => value !== undefined);

/** The outcome of each part of the sheet: missing, wrong or right. */
function sheetOf(read: ReadLedger): readonly (readonly [part: string, filled: boolean, right: boolean])[] {
  const { sheet, keyed, chain } = read;
  const { others, deleteAfter = 0 } = sheet;
  return [
    [
      'hypothesis',
      words(sheet.hypothesis) >= 5,
      sheet.hypothesis.includes(chain.taker) && sheet.hypothesis.includes(chain.earner),
    ],
    [
      'payments',
      new Set(keyed.values()).size === 5,
      [...keyed].filter(([role, no]) => read.shownRole(no) === role).length === 5,
    ],
    ['reading', given(sheet.reading, sheet.test), sheet.reading === 'business' && sheet.test === 'business-books'],
    ['limit', given(sheet.limit), sheet.limit === 'why'],
    ['step', given(sheet.step), sheet.step === 'books-judge'],
    ['others', given(others, sheet.deleteAfter), others === 'delete' && deleteAfter > 0 && deleteAfter <= 90],
  ];
}

/** SIM that may be held on an account. */
function limitOf(read: ReadLedger, id: string): number {
  const { front, taker, savings, coins } = read.chain;
  const balance = read.standsOn(id);
  if (id === front) return Math.min(balance, read.money.dirty - read.money.viaFront);
  return [taker, savings, coins].includes(id) ? balance : 0;
}

function requestOf(read: ReadLedger): readonly (readonly [part: string, filled: boolean, right: boolean])[] {
  const { request, chain } = read;
  const { lines, link, risk, days = 0, reviewAfter = 0, authority } = request;
  const isOwn = ({ account }: { account: string }) => ['profit', 'pass'].includes(read.partOf(account) ?? '');
  const gross = total(read.into(chain.taker, 'board'));
  const asked = lines.reduce((sum, { sim }) => sum + sim, 0);
  const has = (numbers: readonly number[], ...wanted: readonly Role[]) =>
    numbers.some((no) => wanted.includes(read.shownRole(no) as Role));
  const own = [chain.taker, chain.savings, chain.coins];
  const thirds = read.heldAccounts.filter((id) => !own.includes(id));
  const named = (request.facts.match(/\d+/g) ?? []).map(Number);
  return [
    ['authority', given(authority), authority === 'judge' || authority === 'prosecutor'],
    ['account', lines.length > 0, lines.every(isOwn)],
    [
      'amount',
      lines.length > 0 && lines.every(({ sim }) => sim > 0),
      asked <= gross && lines.every(({ account, sim }) => sim <= limitOf(read, account)),
    ],
    [
      'offence',
      given(request.offence) && words(request.facts) >= 5,
      ['trafficking-laundering', 'earning-from-sale'].includes(request.offence ?? '') &&
        named.some((no) => read.shownRole(no) !== undefined),
    ],
    [
      'link',
      link.length > 0,
      link.every((no) => read.shownRole(no) !== undefined) &&
        has(link, 'sweep', 'collection') &&
        has(link, 'cover', 'exit'),
    ],
    ['risk', risk.length > 0, risk.every((no) => ['cover', 'exit'].includes(read.roleOf(no) ?? ''))],
    ['basis', given(request.basis), request.basis === 'freeze'],
    [
      'span',
      given(request.days, request.reviewAfter),
      days > 0 && days <= (authority === 'prosecutor' ? 3 : 90) && reviewAfter > 0 && reviewAfter <= days,
    ],
    [
      'third',
      given(request.thirds, request.minimum),
      (request.minimum ?? 0) >= 200 && [...new Set(request.thirds)].toSorted().join() === thirds.toSorted().join(),
    ],
    [
      'route',
      lines.length > 0 && lines.every(({ route }) => route !== undefined),
      lines.every(({ route }) => route === 'person-first'),
    ],
  ];
}

/** A truth for each account of the book that meets the condition. */
const ofAccounts =
  (isOf: (part: Part, view: string | undefined) => boolean) =>
  (read: ReadLedger): readonly Truth[] =>
    read.book.accounts.flatMap(({ id, holder }) => {
      const part = read.partOf(id);
      const view = read.views.get(id);
      if (part === undefined || !isOf(part, view?.as)) return [];
      return [{ params: { account: id, holder }, events: view ? [view.seq] : [] }];
    });

const askedOn = (read: ReadLedger, id: string) =>
  read.request.lines.reduce((sum, { account, sim }) => sum + (account === id ? sim : 0), 0);
const isNamed = (read: ReadLedger, id: string) => read.views.get(id)?.as === 'profit';

const ofHeld =
  (isOf: (part: Part) => boolean) =>
  (read: ReadLedger): readonly Truth[] =>
    read.heldAccounts.flatMap((id) => {
      const part = read.partOf(id);
      if (part === undefined || !isOf(part)) return [];
      const params = {
        account: id,
        holder: read.holderOf(id),
        asked: askedOn(read, id),
        stands: read.standsOn(id),
        received: read.into(id).length,
      };
      return [{ params, events: [read.requestSeq] }];
    });

const ofParts =
  (of: typeof sheetOf, isOf: (filled: boolean, right: boolean) => boolean) =>
  (read: ReadLedger): readonly Truth[] =>
    of(read).flatMap(([part, filled, right]) => (isOf(filled, right) ? [{ params: { part } }] : []));

const isWhole = (of: typeof sheetOf) => (read: ReadLedger) =>
  truth(of(read).every(([, filled, right]) => filled && right));

const ofTraced =
  (isOf: (sums: ReadLedger['traced']) => boolean) =>
  ({ traced }: ReadLedger) =>
    truth(isOf(traced), { params: traced });

/** All that the one who profits received from the account that collects. */
const gainedIn = (read: ReadLedger) => total(read.into(read.chain.taker, 'board'));

/** What the request asks for on each account, and what of it may be held there. */
const askedOf = (read: ReadLedger) =>
  read.heldAccounts.map((account) => {
    const sims = read.request.lines.flatMap((line) => (line.account === account ? [line.sim] : []));
    const sim = sims.reduce((sum, one) => sum + one, 0);
    return { account, sim, may: Math.min(sim, limitOf(read, account)) };
  });

/** For each role the numbers of the payments that meet the condition, in their order. */
const ofMarks =
  (isOf: (mark: readonly [number, Role | undefined]) => boolean) =>
  (marks: readonly (readonly [number, Role | undefined])[]): readonly Truth[] =>
    ROLES.flatMap((role) => {
      const numbers = marks.filter((mark) => mark[1] === role && isOf(mark)).map(([no]) => no);
      const params = { role, numbers: numbers.toSorted((a, b) => a - b).join(', ') };
      return numbers.length > 0 ? [{ params }] : [];
    });

/** Accounts of innocent people, and of those from whom money is taken, that are to be held. */
export const wronglyHeld = (read: ReadLedger): readonly string[] =>
  read.book.accounts
    .map(({ id }) => id)
    .filter((id) => {
      const part = read.partOf(id);
      return (
        part !== undefined &&
        (isInnocent(part) || part === 'harmed' || part === 'worker') &&
        read.heldAccounts.includes(id)
      );
    });

/** Accounts that were said to be `view`, among those of which that is said in error. */
export const wronglySaid = (read: ReadLedger, view: string, isError: (part: Part) => boolean) =>
  read.book.accounts.flatMap(({ id }) => {
    const said = read.views.get(id);
    const part = read.partOf(id);
    return said?.as === view && part !== undefined && isError(part) ? [{ account: id, seq: said.seq }] : [];
  });

/** Accounts that were named as profiting and do not. */
export const namedInError = (read: ReadLedger) =>
  wronglySaid(read, 'profit', (part) => part !== 'profit' && part !== 'pass');

/** True if nothing was done in the ledger. */
export function isUntouched({ views, keyed, paths, sheet, request, acts }: ReadLedger): boolean {
  const marks = new Map(
    acts.flatMap(({ action }) => (action.type === 'payment.marked' ? [[action.no, action.role]] : [])),
  );
  return (
    [...marks.values()].every((role) => role === undefined) &&
    views.size + keyed.size + paths.length + request.lines.length === 0 &&
    !acts.some(({ action }) => action.type === 'reading.weighed' || action.type === 'freeze.written') &&
    JSON.stringify(sheet) === '{"hypothesis":""}'
  );
}

/** Sentences about an exercise with a ledger. */
export const LEDGER_READERS: Readers<ReadLedger> = {
  'ledger.nothing': (read) => truth(isUntouched(read)),
  'ledger.profit.found': ofAccounts((part, view) => part === 'profit' && view === 'profit'),
  'ledger.profit.missed': (read) =>
    ofAccounts((part, view) => part === 'profit' && view !== 'profit')(read).filter(
      ({ params }) => !read.heldAccounts.includes(String(params?.account)),
    ),
  'ledger.profit.held': (read) =>
    ofHeld((part) => part === 'profit')(read).filter(({ params }) => !isNamed(read, String(params?.account))),
  'ledger.ordinary.profit': ofAccounts((part, view) => part === 'profit' && view === 'ordinary'),
  'ledger.ordinary.harmed': ofAccounts((part, view) => part === 'harmed' && view === 'ordinary'),
  'ledger.ordinary.lead': ofAccounts((part, view) => part === 'lead' && view === 'ordinary'),
  'ledger.ordinary.worker': ofAccounts((part, view) => part === 'worker' && view === 'ordinary'),
  'ledger.named.harmed': (read) =>
    ofAccounts((part, view) => part === 'harmed' && view === 'profit')(read).map(({ params, ...rest }) => {
      const id = String(params?.account);
      return { ...rest, params: { ...params, came: total(read.into(id)), stands: read.standsOn(id) } };
    }),
  'ledger.named.lead': ofAccounts((part, view) => part === 'lead' && view === 'profit'),
  'ledger.named.innocent': ofAccounts((part, view) => isInnocent(part) && view === 'profit'),
  'ledger.held.harmed': ofHeld((part) => part === 'harmed'),
  'ledger.held.lead': ofHeld((part) => part === 'lead'),
  'ledger.held.shared-costs': ofHeld((part) => part === 'shared-costs'),
  'ledger.held.licensed-house': ofHeld((part) => part === 'licensed-house'),
  'ledger.held.family': ofHeld((part) => part === 'family'),
  'ledger.held.worker': ofHeld((part) => part === 'worker'),
  'ledger.named.worker': ofAccounts((part, view) => part === 'worker' && view === 'profit'),
  // No account of a ledger is innocent as a business: the front is one, and it is not innocent.
  'ledger.held.business': () => [],
  'ledger.alone': (read) => {
    const innocent = read.book.accounts.filter(({ id }) => isInnocent(read.partOf(id) ?? 'lead'));
    const alone = innocent.filter(({ id }) => read.views.get(id)?.as === 'ordinary' && !read.heldAccounts.includes(id));
    return truth(innocent.length > 0, { params: { n: alone.length, of: innocent.length } });
  },
  'ledger.key.right': (read) =>
    [...read.keyed].flatMap(([role, no]) => (read.shownRole(no) === role ? [{ params: { role, no } }] : [])),
  'ledger.key.wrong': (read) =>
    [...read.keyed].flatMap(([role, no]) => (read.shownRole(no) === role ? [] : [{ params: { role, no } }])),
  'ledger.key.open': ({ keyed }) => ROLES.flatMap((role) => (keyed.has(role) ? [] : [{ params: { role } }])),
  'ledger.marked.wrong': (read) => ofMarks(([no, role]) => read.shownRole(no) !== role)([...read.marks]),
  'ledger.marked.open': (read) =>
    ofMarks(([no, role]) => read.marks.get(no) !== role)(
      read.book.payments.map(({ no }) => [no, read.roleOf(no)] as const),
    ),
  'ledger.traced.none': ofTraced(({ right }) => right === 0),
  'ledger.traced.part': ofTraced(({ right, safe }) => right > 0 && right < safe),
  'ledger.traced.full': ofTraced(({ right, safe }) => right === safe),
  'ledger.traced.over': ({ claims }) =>
    claims.filter(({ claimed, most }) => claimed > most).map((params) => ({ params })),
  'ledger.traced.above': ({ claims }) =>
    claims.filter(({ claimed, safe, most }) => claimed > safe && claimed <= most).map((params) => ({ params })),
  'ledger.path.whole': ({ met }) =>
    // Both ways have three steps beyond the first; over the front money is mixed under a false text, the other is coin.
    met
      .filter(({ way }) => way >= 0)
      .map(({ path, index, way }) => ({ params: { path, index, key: way === 0 ? 5 : 4 } })),
  'ledger.path.part': ({ met }) => {
    const n = Math.max(0, ...met.map(({ links }) => links));
    return truth(n > 0 && met.every(({ way }) => way < 0), { params: { n, of: 4 } });
  },
  'ledger.asked.sum': (read) => {
    const asked = askedOf(read);
    const may = asked.reduce((sum, line) => sum + line.may, 0);
    const sim = asked.reduce((sum, line) => sum + line.sim, 0);
    return truth(asked.length > 0, { params: { asked: sim, may: Math.min(may, gainedIn(read)) } });
  },
  'ledger.asked.line': (read) =>
    askedOf(read).flatMap(({ account, sim, may }) => (may > 0 && may === sim ? [{ params: { account, sim } }] : [])),
  'ledger.asked.over': (read) =>
    askedOf(read).flatMap((line) => (line.sim > line.may ? [{ params: { ...line, rest: line.sim - line.may } }] : [])),
  'ledger.asked.cap': (read) => {
    const sum = askedOf(read).reduce((all, { may }) => all + may, 0);
    return truth(sum > gainedIn(read), { params: { sum, gross: gainedIn(read) } });
  },
  'ledger.path.other': ({ met, chain: { earner } }) =>
    [...new Set(met.filter(({ way }) => way < 0).map(({ path }) => path))].map((path) => ({
      params: { path, earner },
    })),
  'ledger.path.none': ({ met }) => truth(met.length > 0 && met.every(({ links }) => links === 0)),
  'ledger.path.unkept': ({ met }) => truth(met.length === 0),
  'ledger.sheet.named': (read) => {
    const { taker, earner } = read.chain;
    const { hypothesis } = read.sheet;
    const isNamed = [taker, earner].every((account) => hypothesis.includes(account));
    return truth(isNamed && words(hypothesis) >= 5, { params: { taker, earner } });
  },
  'ledger.sheet.whole': isWhole(sheetOf),
  'ledger.sheet.gap': ofParts(sheetOf, (filled) => !filled),
  'ledger.sheet.wrong': ofParts(sheetOf, (filled, right) => filled && !right),
  'ledger.request.whole': isWhole(requestOf),
  'ledger.request.gap': ofParts(requestOf, (filled) => !filled),
  'ledger.request.wrong': ofParts(requestOf, (filled, right) => filled && !right),
};
