import type { KindSays } from '#case/exercise/model/kind-says.ts';
import type { PageRule, PageRules } from '#case/exercise/model/page-rules.ts';
import { when } from '#kernel/model/sentence.ts';
import {
  type AccountFact,
  holdsWrongly,
  isHeldWrongly,
  isNamedWrongly,
  isOverlooked,
  type LedgerFacts,
} from './facts.ts';
import type { LedgerKind } from './kind.ts';
import { LEDGER_SENTENCES } from './sentences.ts';

/** A rule of "change" that names the accounts that were judged wrongly. */
const ofViews = (id: string, rank: number, isSaid: (account: AccountFact) => boolean): PageRule<LedgerFacts> => ({
  id,
  rank,
  says: (ledgers) => {
    const said = ledgers.flatMap(({ accounts }) => accounts.filter(isSaid));
    return when(said.length > 0, {
      params: { count: said.length, names: said.map(({ account }) => account).join(', ') },
      events: said.flatMap(({ seq }) => seq ?? []),
    });
  },
});

/** The first page of a debrief on ledgers: people who were accused or frozen in error, and money found. */
const LEDGER_PAGE: PageRules<LedgerFacts> = {
  keep: [
    {
      id: 'keep.ledger-traced',
      rank: 76,
      says: (ledgers) => {
        const full = ledgers.filter(({ traced }) => traced.outcome === 'full' && traced.above.length === 0);
        return when(full.length > 0 && !ledgers.some(holdsWrongly), {
          params: { sim: full.reduce((sum, { traced }) => sum + traced.safe, 0) },
        });
      },
    },
  ],
  change: [
    {
      id: 'change.ledger-held',
      rank: 62,
      says: (ledgers) => {
        const held = ledgers.flatMap(({ accounts, requestSeq }) =>
          accounts.filter(isHeldWrongly).map(({ account }) => ({ account, requestSeq })),
        );
        return when(held.length > 0, {
          params: { count: held.length, names: held.map(({ account }) => account).join(', ') },
          events: held.map(({ requestSeq }) => requestSeq),
        });
      },
    },
    ofViews('change.ledger-named', 63, isNamedWrongly),
    ofViews('change.ledger-ordinary', 85, isOverlooked),
    {
      id: 'change.ledger-empty',
      rank: 82,
      says: (ledgers) => when(ledgers.some(({ acted }) => !acted)),
    },
  ],
  isSafe: (ledgers) => ledgers.every((one) => one.acted && !holdsWrongly(one) && !one.accounts.some(isNamedWrongly)),
};

/** The debrief of an exercise with a ledger. */
export const LEDGER_SAYS: KindSays<LedgerKind> = {
  ground: 'truth',
  sentences: LEDGER_SENTENCES,
  happened: { short: (id) => id.startsWith('ledger.held.') },
  page: LEDGER_PAGE,
  units: {
    'ledger.nodes': 'agreement',
    'ledger.payments': 'of',
    'ledger.alone': 'points',
    'ledger.sheet': 'of',
    'ledger.request': 'of',
  },
};
