import { describe, expect, it } from 'vitest';
import { lintText } from '#safety/content/model/lint-text.ts';
import type { PassageKind } from '#safety/content/model/passage.ts';

/** A world of five places. */
const WORLD = new Map([
  ['kvellburg', 60_000],
  ['small kvell', 49_999],
  ['new kvell', 90_000],
  ['great kvell', 2_000_000],
  ['metropolis', 5_000_000],
  ['kvelland', Number.POSITIVE_INFINITY],
]);
const peopleIn = (name: string) => WORLD.get(name.toLowerCase());

const placesIn = (text: string, kind: PassageKind = 'scenario') =>
  lintText(text, { kind, compared: { peopleIn } })
    .filter(({ code }) => code === 'safety.C06')
    .map(({ params }) => params.text);

describe('a real place', () => {
  it.each([
    ['inside a sentence', 'She came from Kvellburg in May.', 'Kvellburg'],
    ['before a mark', 'The road to Kvellburg, and back.', 'Kvellburg'],
    ['in the possessive', 'It is Kvellburg’s bus.', 'Kvellburg'],
    ['in brackets', 'A town (Kvellburg) by the sea.', 'Kvellburg'],
    ['behind a colon', 'Town: Kvellburg', 'Kvellburg'],
    ['in capitals', 'The road to KVELLBURG is long.', 'KVELLBURG'],
    ['of two words', 'The bus to New Kvell is full.', 'New Kvell'],
    ['of two words at the beginning', 'New Kvell is far.', 'New Kvell'],
    ['that all readers know, at the beginning', 'Metropolis is far.', 'Metropolis'],
    ['that is a State, at the beginning', 'Kvelland is far.', 'Kvelland'],
    ['with something invisible in it', 'She came from Kvell\u200bburg in May.', 'Kvell\u200bburg'],
    ['in full width', 'She came from Ｋｖｅｌｌｂｕｒｇ in May.', 'Ｋｖｅｌｌｂｕｒｇ'],
    ['with a Cyrillic letter', 'She came from Kvеllburg in May.', 'Kvеllburg'],
    ['at the end of a line', 'She came from\nKvellburg in May.', 'Kvellburg'],
  ])('is refused %s', (_, text, named) => {
    expect(placesIn(text)).toEqual([named]);
    expect(placesIn(text, 'pasted')).toEqual([named]);
  });

  it.each([
    ['small', 'The bus to Small Kvell is full.'],
    ['without a capital', 'The kvellburg of the house.'],
    ['at the beginning of a sentence, where every word has a capital', 'A bus. Kvellburg? “Kvellburg is far.”'],
    ['at the beginning of a line of a list', '- Kvellburg one\n- Kvellburg two\n\nKvellburg three'],
    ['part of a longer word', 'The Kvellburgish tongue, kvellburg-like.'],
    ['part of an id', 'The account @Kvellburg and the file x_Kvellburg.'],
  ])('is not seen where it is %s', (_, text) => {
    expect(placesIn(text)).toEqual([]);
  });

  it('is allowed only in a lesson beside a cited source', () => {
    const cited = 'A study in Kvellburg counted. <Cite code="SEED" mark="V" />';

    expect(placesIn(cited, 'lesson')).toEqual([]);
    expect(placesIn(`${cited}\n\nThen in Kvellburg again.`, 'lesson')).toEqual(['Kvellburg']);
  });

  it('is not checked without a list, nor in closed-vocabulary text', () => {
    expect(lintText('She came from Kvellburg in May.', { kind: 'scenario' })).toEqual([]);
    expect(placesIn('Room in Kvellburg.', 'generated')).toEqual([]);
  });
});
