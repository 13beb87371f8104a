import { describe, expect, it } from 'vitest';
import { evidenceChanges, standingOf } from '#core/debrief/standing.ts';

describe('standingOf', () => {
  it.each([
    [[], 0],
    [[{ safety: 1 }], 1],
    [[{ safety: 2 }, { safety: 2 }], 2],
    [[{ safety: -1 }], -1],
    [[{ safety: -2 }, { safety: -2 }], -2],
    [[{ safety: 2 }, { safety: -2 }], 0],
    [[{ trust: 2 }, { law: -2 }], 0],
    [[{ safety: 2 }, { safety: 1 }, { trust: 2 }], 1],
  ] as const)('after the changes %j the safety stands at %d', (changes, standing) => {
    expect(standingOf(changes, 'safety')).toBe(standing);
  });
});

describe('evidenceChanges', () => {
  it.each([
    ['nothing done', [], 0, 0],
    ['pages kept first', ['preserve'], 2, 1],
    ['pages kept and data asked for in time', ['preserve', 'request', 'contact'], 3, 2],
    ['an empty bench, then a contact', ['preserve', 'contact'], 0, -1],
    ['contact before any page is kept', ['contact', 'preserve'], 1, -1],
    ['report and contact before any page is kept', ['notify', 'contact', 'preserve', 'request'], 0, -2],
    ['asked in time, reported before pages are kept', ['request', 'notify', 'preserve'], 0, 0],
  ] as const)('%s', (_, acts, pages, standing) => {
    expect(standingOf(evidenceChanges(acts, pages), 'evidence')).toBe(standing);
  });
});
