import type { HandedReport, HandedSite } from '#market/platforms/model/handed-report.ts';

/** A site of a handed report; what is left out was not tested. */
export const handedSite = (id: string, share: number, measured: Partial<HandedSite> = {}): HandedSite => ({
  id,
  name: id.toUpperCase(),
  owner: `owner of ${id}`,
  share,
  ...measured,
});

/** A small report of two sites of one owner, with nothing found. */
export const handedReport = (change: Partial<HandedReport> = {}): HandedReport => ({
  schema: 'test-report/1',
  from: '2031-02-03T08:00:00Z',
  until: '2031-03-17T08:00:00Z',
  copies: 12,
  sealed: true,
  sites: [
    handedSite('north', 60, { owner: 'One', told: [3, 4], kept: { fields: [11, 11], days: 45 }, blocked: [1, 4] }),
    handedSite('south', 20, { owner: 'One', told: [0, 2], kept: { fields: [0, 11], days: 0 }, blocked: [0, 5] }),
  ],
  lines: [],
  open: [],
  ...change,
});
