import { type SentenceRule, when } from '#kernel/model/sentence.ts';
import type { AccountFact, LedgerFacts } from './facts.ts';
import { READINGS } from './ledger.ts';

type Rule = SentenceRule<LedgerFacts>;

/** A sentence for each account that meets the condition; its events are those of the view that was stated. */
const ofAccounts = (id: string, isOf: (account: AccountFact) => boolean): Rule => ({
  id,
  says: ({ accounts }) =>
    accounts
      .filter(isOf)
      .map(({ account, holder, seq }) => ({ params: { account, holder }, events: seq === undefined ? [] : [seq] })),
});

/** The same for each account that the request is to hold; its event is the last change of the request. */
const ofHeld = (id: string, isOf: (account: AccountFact) => boolean): Rule => ({
  id,
  says: ({ accounts, requestSeq }) =>
    accounts
      .filter((account) => account.held && isOf(account))
      .map(({ account, holder, asked, stands, received }) => ({
        params: { account, holder, asked, stands, received },
        events: [requestSeq],
      })),
});

const ACCOUNTS: readonly Rule[] = [
  { id: 'ledger.nothing', ground: 'log', says: ({ acted }) => when(!acted) },
  ofAccounts('ledger.profit.found', ({ part, view }) => part === 'profit' && view === 'profit'),
  ofAccounts('ledger.profit.missed', ({ part, view, held }) => part === 'profit' && view !== 'profit' && !held),
  ofHeld('ledger.profit.held', ({ part, view }) => part === 'profit' && view !== 'profit'),
  {
    id: 'ledger.named.harmed',
    says: ({ accounts }) =>
      accounts
        .filter(({ part, view }) => part === 'harmed' && view === 'profit')
        .map(({ account, holder, in: came, stands, seq }) => ({
          params: { account, holder, came, stands },
          events: seq === undefined ? [] : [seq],
        })),
  },
  ofAccounts('ledger.named.lead', ({ part, view }) => part === 'lead' && view === 'profit'),
  ofAccounts('ledger.named.innocent', ({ part, view }) => part === 'innocent' && view === 'profit'),
  ...(['profit', 'harmed', 'lead', 'worker'] as const).map((part) =>
    ofAccounts(`ledger.ordinary.${part}`, (account) => account.part === part && account.view === 'ordinary'),
  ),
  ofHeld('ledger.held.harmed', ({ part }) => part === 'harmed'),
  ofHeld('ledger.held.lead', ({ part }) => part === 'lead'),
  ofAccounts('ledger.named.worker', ({ part, view }) => part === 'worker' && view === 'profit'),
  ofHeld('ledger.held.worker', ({ part }) => part === 'worker'),
  ...READINGS.filter((reading) => reading !== 'wages').map((reading) =>
    ofHeld(`ledger.held.${reading}`, (account) => account.part === 'innocent' && account.reading === reading),
  ),
  {
    id: 'ledger.alone',
    says: ({ accounts }) => {
      const innocent = accounts.filter(({ part }) => part === 'innocent');
      const n = innocent.filter(({ view, held }) => view === 'ordinary' && !held).length;
      return when(innocent.length > 0, { params: { n, of: innocent.length } });
    },
  },
];

const MONEY: readonly Rule[] = [
  ...(['right', 'wrong'] as const).map(
    (outcome): Rule => ({
      id: `ledger.key.${outcome}`,
      says: ({ keyed }) =>
        keyed.flatMap((one) =>
          one.outcome === outcome && one.no !== undefined ? [{ params: { role: one.role, no: one.no } }] : [],
        ),
    }),
  ),
  {
    id: 'ledger.key.open',
    says: ({ keyed }) => keyed.filter(({ outcome }) => outcome === 'open').map(({ role }) => ({ params: { role } })),
  },
  ...(['wrong', 'open'] as const).map(
    (list): Rule => ({
      id: `ledger.marked.${list}`,
      says: ({ marked }) =>
        marked.flatMap((one) =>
          one[list].length > 0 ? [{ params: { role: one.role, numbers: one[list].join(', ') } }] : [],
        ),
    }),
  ),
  ...(['none', 'part', 'full'] as const).map(
    (outcome): Rule => ({
      id: `ledger.traced.${outcome}`,
      says: ({ traced }) => {
        const { right, safe, most } = traced;
        return when(traced.outcome === outcome, { params: { right, safe, most } });
      },
    }),
  ),
  ...(['over', 'above'] as const).map(
    (list): Rule => ({
      id: `ledger.traced.${list}`,
      says: ({ traced }) =>
        traced[list].map(({ path, claimed, safe, most }) => ({ params: { path, claimed, safe, most } })),
    }),
  ),
  {
    id: 'ledger.path.whole',
    says: ({ path }) => path.whole.map((one) => ({ params: { path: one.path, index: one.index, key: one.key } })),
  },
  {
    id: 'ledger.path.part',
    says: ({ path }) => when(path.whole.length === 0 && path.links > 0, { params: { n: path.links, of: path.of } }),
  },
  {
    id: 'ledger.path.other',
    says: ({ path, earner }) => path.other.map((one) => ({ params: { path: one, earner } })),
  },
  { id: 'ledger.path.none', says: ({ path }) => when(path.kept > 0 && path.links === 0) },
  { id: 'ledger.path.unkept', says: ({ path }) => when(path.kept === 0) },
];

const ASKED: readonly Rule[] = [
  {
    id: 'ledger.asked.sum',
    says: ({ money: { lines, asked, may } }) => when(lines.length > 0, { params: { asked, may } }),
  },
  {
    id: 'ledger.asked.line',
    says: ({ money: { lines } }) =>
      lines.filter(({ sim, may }) => may > 0 && may === sim).map(({ account, sim }) => ({ params: { account, sim } })),
  },
  {
    id: 'ledger.asked.over',
    says: ({ money: { lines } }) =>
      lines
        .filter(({ sim, may }) => sim > may)
        .map(({ account, sim, may }) => ({ params: { account, sim, may, rest: sim - may } })),
  },
  {
    id: 'ledger.asked.cap',
    says: ({ money: { lines, gross } }) => {
      const sum = lines.reduce((all, { may }) => all + may, 0);
      return when(sum > gross, { params: { sum, gross } });
    },
  },
];

const ofParts = (of: 'sheet' | 'request'): readonly Rule[] => [
  {
    id: `ledger.${of}.whole`,
    says: (facts) => when(facts[of].gaps.length + facts[of].wrong.length === 0),
  },
  { id: `ledger.${of}.gap`, says: (facts) => facts[of].gaps.map((part) => ({ params: { part } })) },
  { id: `ledger.${of}.wrong`, says: (facts) => facts[of].wrong.map((part) => ({ params: { part } })) },
];

/** Every sentence of an exercise with a ledger, each with its condition. */
export const LEDGER_SENTENCES: readonly Rule[] = [
  ...ACCOUNTS,
  ...MONEY,
  ...ASKED,
  {
    id: 'ledger.sheet.named',
    says: ({ sheet, taker, earner }) =>
      when(![...sheet.gaps, ...sheet.wrong].includes('hypothesis'), { params: { taker, earner } }),
  },
  ...ofParts('sheet'),
  ...ofParts('request'),
];
