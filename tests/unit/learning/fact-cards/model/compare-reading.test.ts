import { describe, expect, it } from 'vitest';
import { compareReading } from '#learning/fact-cards/model/compare-reading.ts';
import { ELEMENTS, FACT_CARDS } from '#learning/fact-cards/model/fact-cards.ts';
import { summariseReadings } from '#learning/fact-cards/model/summarise-readings.ts';

const NOTHING = { passedOver: [], readIn: [], againstFacts: [], isShortOfThree: false };

describe('a reading beside the facts of its card', () => {
  it('has nothing to say where both are the same', () => {
    expect(compareReading(FACT_CARDS.debt, { shows: ['means', 'act'], verdict: 'open' })).toEqual({
      ...NOTHING,
      verdict: 'open',
      said: 'open',
    });
  });

  it('tells what was passed over from what was read in, and from what the facts speak against', () => {
    expect(compareReading(FACT_CARDS.debt, { shows: ['purpose'], verdict: 'no' })).toMatchObject({
      passedOver: ['act', 'means'],
      readIn: ['purpose'],
      againstFacts: [],
    });
    expect(compareReading(FACT_CARDS.hotel, { shows: ['purpose'], verdict: 'no' })).toMatchObject({
      passedOver: ['act', 'means'],
      readIn: [],
      againstFacts: ['purpose'],
    });
  });

  it('says that trafficking of an adult needs all three, whatever the card shows', () => {
    expect(compareReading(FACT_CARDS.office, { shows: ['act', 'means'], verdict: 'yes' }).isShortOfThree).toBe(true);
    expect(compareReading(FACT_CARDS.office, { shows: ELEMENTS, verdict: 'yes' })).toMatchObject(NOTHING);
    expect(compareReading(FACT_CARDS.ad, { shows: ELEMENTS, verdict: 'yes' }).isShortOfThree).toBe(false);
    expect(compareReading(FACT_CARDS.ad, { shows: [], verdict: 'open' }).isShortOfThree).toBe(false);
  });
});

describe('a round', () => {
  it('names the cards that were read as trafficking although their facts do not say so', () => {
    const yes = { shows: ELEMENTS, verdict: 'yes' } as const;
    const open = { shows: [], verdict: 'open' } as const;

    expect(summariseReadings({ flat: yes, office: yes, ad: yes, kitchen: open })).toEqual({
      read: 4,
      withoutCause: ['ad', 'flat'],
    });
    expect(summariseReadings({})).toEqual({ read: 0, withoutCause: [] });
  });
});
