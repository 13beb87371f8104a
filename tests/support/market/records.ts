import type { AdRecords } from '#market/ads/model/ad-records.ts';

/** What a lawful request would bring about one ad of the small market. */
export const RECORDS: AdRecords = {
  account: { createdAt: '2031-01-30T08:00:00Z', device: 'dev-1', address: '192.0.2.7' },
  phones: ['+999 00000001', '+999 00000002'],
  payer: 'payer-5',
  fees: 'payer-6',
  renewals: { at: ['2031-02-01T10:00:00Z'], byTool: false },
  route: [{ town: 'Ostrel', from: '2031-02-01T00:00:00Z' }],
  notes: ['Nothing of note.'],
  wallet: '$sim-w1',
  payoutName: 'Sela',
  ledger: [
    { at: '2031-02-21T10:00:00Z', from: '$sim-w1', to: '$sim-b9', sim: 90 },
    { at: '2031-02-20T10:00:00Z', from: '$sim-g7', to: '$sim-w1', sim: 120 },
  ],
  moderation: [],
};
