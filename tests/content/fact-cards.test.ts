import { describe, expect, it } from 'vitest';
import { CARD_IDS, ELEMENTS, FACT_CARDS, VERDICTS, verdictOf } from '#learning/fact-cards/model/fact-cards.ts';
import { sayReading } from '#learning/fact-cards/screens/say-reading.ts';
import { lintText } from '#safety/content/model/lint-text.ts';
import { YOUTH_WORDS } from '#safety/content/model/youth-words.ts';
import words from '#words/learning/fact-cards.json' with { type: 'json' };
import { loadPeopleIn } from '../../scripts/authoring/gazetteer.ts';
import { LIBRARY } from '../support/builders/the-library.ts';

const FILE = 'src/i18n/words/en/learning/fact-cards.json';
/** What lesson T2 declares. */
const LEVEL = 2;
const compared = { peopleIn: loadPeopleIn(), reportRuns: LIBRARY.reportRuns };
const keysOf = (card: string) => Object.entries(words).filter(([key]) => key.split('.').includes(card));

describe.each(CARD_IDS)('the card %s', (card) => {
  const text = words[`card.${card}.text`];

  it('passes every rule of content safety as a case and as a lesson, in all that is said of it', () => {
    for (const [key, said] of keysOf(card))
      for (const kind of ['scenario', 'lesson'] as const) {
        const issues = lintText(said, { kind, file: FILE, level: LEVEL, compared });
        expect(`${key}: ${issues.map(({ code }) => code).join()}`).toBe(`${key}: `);
      }
  });

  it('quotes only words that stand in it', () => {
    for (const element of ELEMENTS) {
      expect(text).toContain(words[`card.${card}.${element}.words`]);
      const quoted = [...words[`card.${card}.${element}.why`].matchAll(/“([^”]+)”/g)].map(([, quote]) => quote);
      for (const quote of quoted) expect(text).toContain(quote);
    }
  });

  it('is about adults, and says so of nobody by an age', () => {
    const said = keysOf(card).map(([, one]) => one);

    expect(
      said.filter((one) => new RegExp(`(?<!\\p{L})(?:${YOUTH_WORDS.join('|')})(?!\\p{L})`, 'iu').test(one)),
    ).toEqual([]);
    expect(said.filter((one) => /\b(?:child|minor|young|\d{1,2} years)/i.test(one))).toEqual([]);
  });

  it('says of each reading that does not hold what it would mean for the person, and of no other', () => {
    const holds = verdictOf(FACT_CARDS[card]);
    for (const verdict of VERDICTS) {
      const { forPerson } = sayReading(card, { shows: [], verdict });
      expect(`${verdict}: ${forPerson !== undefined}`).toBe(`${verdict}: ${verdict !== holds}`);
    }
  });
});

describe('the cards together', () => {
  it('name each person once, so that nobody seems to come back', () => {
    const names = CARD_IDS.flatMap((card) => [
      ...new Set(
        words[`card.${card}.text`].match(/\b(?:Tilda|Dov|Edda|Noa|Wim|Bel|Tam|Ilo|Petra|Hedda|Olen|Zita|Ivo)\b/g),
      ),
    ]);

    expect(names).toHaveLength(13);
    expect(new Set(names).size).toBe(13);
  });
});
