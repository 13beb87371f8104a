import type { ExerciseDebrief } from '#core/exercise/exercise-plug.ts';
import type { PageRules } from '#core/exercise/page-rules.ts';
import { when } from '#core/exercise/sentence.ts';
import { holdsWrongly, isHeldWrongly, type LedgerFacts } from './facts.ts';
import { LEDGER_SENTENCES } from './sentences.ts';

/** What the first page of a debrief says about ledgers: money that is held from the wrong person, and money found. */
const LEDGER_PAGE: PageRules = {
  keep: [
    {
      id: 'keep.ledger-traced',
      rank: 76,
      says: (ledgers: readonly LedgerFacts[]) => {
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
      says: (ledgers: readonly LedgerFacts[]) => {
        const held = ledgers.flatMap(({ accounts, requestSeq }) =>
          accounts.filter(isHeldWrongly).map(({ account }) => ({ account, requestSeq })),
        );
        return when(held.length > 0, {
          params: { count: held.length, names: held.map(({ account }) => account).join(', ') },
          events: held.map(({ requestSeq }) => requestSeq),
        });
      },
    },
    {
      id: 'change.ledger-empty',
      rank: 82,
      says: (ledgers: readonly LedgerFacts[]) => when(ledgers.some(({ acted }) => !acted)),
    },
  ],
  isSafe: (ledgers: readonly LedgerFacts[]) => ledgers.every((one) => one.acted && !holdsWrongly(one)),
};

/** The debrief of an exercise with a ledger. */
export const LEDGER_DEBRIEF: ExerciseDebrief = {
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
