import { describe, expect, it } from 'vitest';
import { meanWords } from '#case/exercise/model/time-span.ts';
import { EMPTY_FILTER } from '#kinds/detection/screens/workspace-draft.ts';
import { adsWith } from '#kinds/mapping/screens/site-pages.ts';
import { placesOn } from '#kinds/preservation/screens/acts/places-on.ts';
import { adRow } from '#market/search/model/ad-row.ts';
import { listRows, readRows } from '#market/search/screens/market-rows.ts';
import { POST, STORY_MARKET, seeStory } from '../../../../support/market/story-market.ts';

const withoutStory = { ...POST, versions: POST.versions.slice(-1), comments: [] };

describe('whoever reads a post with a story', () => {
  it('needs time for the line that was taken out, and for comments', () => {
    // "He waits in the car.", "Which company is it?", "You will hear it <there>."
    expect(meanWords([POST]) - meanWords([withoutStory])).toBe(5 + 4 + 5);
  });

  it.each(['waits', 'which company', 'shared house'])('finds it by %j in every list of ads', (query) => {
    expect(adsWith(STORY_MARKET, query).map(({ id }) => id)).toEqual([POST.id]);
    const rows = listRows(readRows(STORY_MARKET, seeStory), { ...EMPTY_FILTER, query });
    expect(rows.map(({ id }) => id)).toEqual([POST.id]);
  });

  it('sees in the list of a search the line that fits', () => {
    expect(adRow(POST, ['waits']).excerpt).toBe('He waits in the car.');
    expect(adRow(POST, ['company']).excerpt).toBe('Which company is it?');
    expect(adRow(POST, []).excerpt).toBe('Six helpers for a warehouse.');
  });

  it('can name every place of it that points away from guilt', () => {
    const words = placesOn(seeStory(POST.id).seen).map(({ place, words }) => `${place} ${words}`);
    expect(words.slice(-3)).toEqual([
      'v1:s4 Earlier line: He waits in the car.',
      'c1 Comment 1 by Tam: Which company is it?',
      'c2 Comment 2 by Oda: You will hear it <there>.',
    ]);
    expect(words).toContain('f:offered Also offered: bed in a shared house');
    expect(words).toContain('f:employer Employer: not stated');
  });
});
