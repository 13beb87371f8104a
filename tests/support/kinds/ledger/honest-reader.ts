import type { LedgerBook } from '#kinds/ledger/model/ledger.ts';
import { type LedgerResponse, playLedger } from '#kinds/ledger/model/play.ts';
import { readLedger } from './read-ledger.ts';

/**
 * A careful person who reads the pattern and never sees the truth. Leaves accounts alone whose money has an ordinary
 * reason on its face: receipts with payouts, money for a mother, halves of a fee, wages.
 */
export function readHonestly(book: LedgerBook): LedgerResponse {
  const read = readLedger(book);
  const { payments } = book;
  const no = (from: string, to?: string) =>
    payments.find((payment) => payment.from === from && (to === undefined || payment.to === to))?.no ?? 1;
  const ordinary = book.accounts
    .map(({ id }) => id)
    .filter((id) => {
      const own = payments.filter(({ from, to }) => from === id || to === id);
      return (
        own.every(({ text }) => /receipt|mother|visit|half fee|listing fee|wage|room and tools/.test(text)) &&
        own.some(({ text, to }) => /receipt|mother|half fee/.test(text) || (text === 'wage' && to === id))
      );
    });
  const exit = payments.filter(({ from, to }) => from === read.front && to === read.savings)[0]?.no ?? 1;
  const cost = payments.find(({ from, to }) => from === read.taker && !book.accounts.some(({ id }) => id === to));
  const sweep = no(read.earner, read.collector);
  const collection = no(read.collector, read.taker);
  const cover = no(read.taker, read.front);
  return {
    ...playLedger.empty,
    keyed: { sweep, collection, cost: cost?.no ?? 1, cover, exit },
    views: [
      ...[read.taker, read.savings, read.front].map((account) => ({ account, as: 'profit' as const, seq: 1 })),
      ...[read.earner, read.collector].map((account) => ({ account, as: 'harmed' as const, seq: 1 })),
      ...ordinary.map((account) => ({ account, as: 'ordinary' as const, seq: 1 })),
    ],
    paths: [
      {
        hops: [read.earner, read.collector, read.taker, read.front, read.savings],
        sim: read.frontSafe,
        mixed: true,
        medium: false,
        falseText: true,
      },
      {
        hops: [read.earner, read.collector, read.taker, read.coins, read.savings],
        sim: read.coinSafe,
        mixed: false,
        medium: true,
        falseText: false,
      },
    ],
    sheet: {
      hypothesis: `${read.taker} receives nearly all that ${read.earner} earns within a day.`,
      reading: 'business',
      test: 'business-books',
      limit: 'why',
      step: 'books-judge',
      others: 'delete',
      deleteAfter: 30,
    },
    request: {
      authority: 'judge',
      lines: [{ account: read.savings, sim: read.frontSafe + read.coinSafe, route: 'person-first' }],
      offence: 'trafficking-laundering',
      facts: `Earnings leave within a day, as no. ${sweep} and no. ${collection} show.`,
      link: [sweep, cover, exit],
      risk: [exit],
      basis: 'freeze',
      days: 60,
      reviewAfter: 30,
      thirds: [],
      minimum: 200,
    },
  };
}
