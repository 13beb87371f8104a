import { type SentenceRule, when } from '#core/exercise/sentence.ts';
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
      .map(({ account, holder }) => ({ params: { account, holder }, events: [requestSeq] })),
});

const ACCOUNTS: readonly Rule[] = [
  { id: 'ledger.nothing', says: ({ acted }) => when(!acted) },
  ofAccounts('ledger.profit.found', ({ part, view }) => part === 'profit' && view === 'profit'),
  ofAccounts('ledger.profit.missed', ({ part, view }) => part === 'profit' && view !== 'profit'),
  ofAccounts('ledger.named.harmed', ({ part, view }) => part === 'harmed' && view === 'profit'),
  ofAccounts('ledger.named.lead', ({ part, view }) => part === 'lead' && view === 'profit'),
  ofAccounts('ledger.named.innocent', ({ part, view }) => part === 'innocent' && view === 'profit'),
  ofHeld('ledger.held.harmed', ({ part }) => part === 'harmed'),
  ofHeld('ledger.held.lead', ({ part }) => part === 'lead'),
  ...READINGS.map((reading) =>
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
  ...(['none', 'part', 'full', 'over'] as const).map(
    (outcome): Rule => ({
      id: `ledger.traced.${outcome}`,
      says: ({ traced }) => {
        const { claimed, right, safe, most } = traced;
        return when(traced.outcome === outcome, { params: { claimed, right, safe, most } });
      },
    }),
  ),
  {
    id: 'ledger.path.whole',
    says: ({ path }) => when(path.whole, { params: { index: path.index ?? 0, key: path.key } }),
  },
  {
    id: 'ledger.path.part',
    says: ({ path }) => when(!path.whole && path.links > 0, { params: { n: path.links, of: path.of } }),
  },
  { id: 'ledger.path.none', says: ({ path }) => when(path.links === 0) },
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
export const LEDGER_SENTENCES: readonly Rule[] = [...ACCOUNTS, ...MONEY, ...ofParts('sheet'), ...ofParts('request')];
