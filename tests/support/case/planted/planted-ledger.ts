import type { LedgerFacts } from '#kinds/ledger/model/facts.ts';
import { ofKind, type Planted } from './planted.ts';

const ofLedger = ofKind<LedgerFacts>('ledger');

/** False conditions about a ledger. */
export const PLANTED_LEDGER: readonly Planted[] = [
  {
    name: 'a house that was named is named as another matter',
    ...ofLedger(({ accounts }) => ({
      accounts: accounts.map((account) => (account.part === 'innocent' ? { ...account, part: 'lead' } : account)),
    })),
  },
  {
    name: 'a claim above the most is a claim in full',
    ...ofLedger(({ traced }) => ({
      traced: { ...traced, outcome: traced.over.length > 0 ? 'full' : traced.outcome },
    })),
  },
  {
    name: 'a claim above what is certain is no more than certain',
    ...ofLedger(({ traced }) => ({ traced: { ...traced, above: [] } })),
  },
  {
    name: 'a kept path that meets none is no path',
    ...ofLedger(({ path }) => ({ path: { ...path, other: [] } })),
  },
  {
    name: 'an account of the earner may be called ordinary',
    ...ofLedger(({ accounts }) => ({
      accounts: accounts.map(({ view, ...account }) =>
        view === undefined || (view === 'ordinary' && account.part === 'harmed') ? account : { ...account, view },
      ),
    })),
  },
  {
    name: 'money is held on no account of the one who profits',
    ...ofLedger(({ accounts }) => ({
      accounts: accounts.map((account) => (account.part === 'profit' ? { ...account, held: false } : account)),
    })),
  },
  {
    name: 'what is asked for on an account is all that stands there',
    ...ofLedger(({ accounts }) => ({ accounts: accounts.map((account) => ({ ...account, asked: account.stands })) })),
  },
  {
    name: 'a part of the request that does not fit is missing',
    ...ofLedger(({ request: { gaps, wrong } }) => ({
      request: { gaps: [...gaps, ...wrong], wrong: [] },
    })),
  },
];
