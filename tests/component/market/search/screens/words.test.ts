import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fittingSentence } from '#market/search/model/fitting-sentence.ts';
import { wantedWords } from '#market/search/model/wanted-words.ts';
import { diffWords } from '#market/search/screens/diff-words.ts';
import { cutMatches } from '#market/search/screens/long-list/cut-matches.ts';
import { namesShown } from '#market/search/screens/names-shown.ts';
import { SMALL_MARKET } from '../../../../support/market/small-market.ts';

const text = fc
  .array(fc.constantFrom('SIM', '140,', 'one', 'hour', 'tea', 'Ostrel'), { maxLength: 12 })
  .map((words) => words.join(' '));

describe('diffWords', () => {
  it('turns the old text into the new text', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = diffWords(before, after);
        const without = (kind: string) => changes.filter((change) => change.kind !== kind).map((change) => change.text);
        // A word at the end has no blank behind it, so blanks are compared folded.
        const folded = (parts: string[]) => parts.join(' ').replace(/\s+/g, ' ').trim();
        expect(folded(without('new'))).toBe(before);
        expect(folded(without('gone'))).toBe(after);
      }),
    );
  });

  it('keeps unchanged words and marks the changed price', () => {
    expect(diffWords('SIM 140, one hour', 'SIM 155, one hour')).toEqual([
      { kind: 'same', text: 'SIM ' },
      { kind: 'gone', text: '140, ' },
      { kind: 'new', text: '155, ' },
      { kind: 'same', text: 'one hour' },
    ]);
  });

  it('finds nothing between equal texts', () => {
    fc.assert(
      fc.property(text, (same) => {
        expect(diffWords(same, same).every(({ kind }) => kind === 'same')).toBe(true);
      }),
    );
  });
});

describe('cutMatches', () => {
  it('keeps every letter, for any query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (line, words) => {
        const pieces = cutMatches(line, wantedWords(words));
        expect(pieces.map((piece) => piece.text).join('')).toBe(line);
      }),
    );
  });

  it('finds the beginning of a word, without accents and in any case', () => {
    const marked = cutMatches('Tea at the Café, teas too; steady.', wantedWords('TEA cafe'))
      .filter(({ isMatch }) => isMatch)
      .map((piece) => piece.text);
    expect(marked).toEqual(['Tea', 'Café', 'teas']);
  });
});

it('shows the sentence with the most query words', () => {
  const lines = ['Hello from Ostrel.', 'Tea is served.', 'Tea by the window.'];
  expect(fittingSentence(lines, ['tea', 'window'])).toBe('Tea by the window.');
  expect(fittingSentence(lines, ['nothing'])).toBe('Hello from Ostrel.');
  expect(fittingSentence([], ['tea'])).toBe('');
});

it('counts the names in titles, and none of a closed card', () => {
  const names = new Set(['Mira', 'Sela', 'Bel', 'Tam']);
  expect(namesShown([...SMALL_MARKET.ads, ...SMALL_MARKET.ads.slice(0, 1)], names)).toEqual([
    { name: 'Mira', count: 2 },
    { name: 'Sela', count: 1 },
    { name: 'Bel', count: 1 },
    { name: 'Tam', count: 1 },
  ]);
});
