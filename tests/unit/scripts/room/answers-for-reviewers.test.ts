import { describe, expect, it } from 'vitest';
import { gateFor } from '../../../../scripts/room/gated-files.ts';

/** A room in which every part is released: whatever is closed now is never open to a team. */
const ROOM = {
  opened: {
    scenario: 'two-ages',
    parts: [{ id: 'all', keyParts: ['key/market.json', 'key/debrief.json'] }],
  },
  parts: [{ id: 'all', at: 'released' }],
} as unknown as Parameters<typeof gateFor>[1];

describe('what a team in a room gets of the forms for reviewers', () => {
  it.each([
    '/facilitate/review/',
    '/facilitate/review/case-two-ages/',
    '/facilitate/review/lessons/j1.json',
    '/facilitate/review/wordings-services/',
    '/facilitate/review/wordings/services.json',
    '/cases/two-ages/key/review.json',
    '/cases/two-ages/KEY/review.json',
    '/cases/quiet-number/key/review.json',
  ])('%s is closed', (path) => {
    expect(gateFor(path, ROOM)).toBe('closed');
  });

  it.each(['/library/', '/library/law/', '/sources/'])('%s holds no answer, and is open', (path) => {
    expect(gateFor(path, ROOM)).toBe('open');
  });
});
