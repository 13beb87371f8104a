import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAMILIES, type Family } from '#market/ads/model/families.ts';
import { TEXT_KINDS } from '#market/text/model/kinds-of-text.ts';
import { MOVES } from '#market/text/model/moves.ts';
import { PERSONS } from '#market/text/model/persons.ts';
import type { TextOrder } from '#market/text/model/text-order.ts';
import { patternOfClause } from '#market/text/model/words-of-language.ts';
import { aWriter, type Kept, values } from '../../../../support/builders/a-writer.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';

const LANGUAGES = { practice: LIBRARY.language, assessment: LIBRARY.assessmentLanguage };
const WRITERS = { practice: aWriter(LANGUAGES.practice), assessment: aWriter(LANGUAGES.assessment) };
const write = WRITERS.practice;
const FAMILY_NAMES = Object.keys(FAMILIES) as Family[];

const bitsOf = (said: number) => Array.from({ length: 32 }, (_, bit) => bit).filter((bit) => (said >>> bit) & 1);
const maskOf = (bits: readonly number[]) => bits.reduce((mask, bit) => mask | (1 << bit), 0) >>> 0;

/** Any order: a few bits of the family, any author, persona and draw. */
const anOrder: fc.Arbitrary<TextOrder> = fc.constantFrom(...FAMILY_NAMES).chain((family) =>
  fc.record({
    family: fc.constant(family),
    kind: fc.constantFrom(...TEXT_KINDS),
    said: fc.uniqueArray(fc.integer({ min: 0, max: FAMILIES[family].said.length - 1 }), { maxLength: 7 }).map(maskOf),
    author: fc.nat(5000),
    persona: fc.nat(5000),
    person: fc.constantFrom(...PERSONS),
    values: fc.constant(values()),
    draw: fc.nat(1_000_000),
  }),
);

const aHalf = fc.constantFrom('practice', 'assessment');

describe('a text', () => {
  it('is the same for the same order, whatever was written before it', () => {
    fc.assert(
      fc.property(fc.array(anOrder, { minLength: 2, maxLength: 12 }), (orders) => {
        const texts = orders.map((order) => write(order));
        const backwards = orders.toReversed().map((order) => write(order));

        expect(backwards.toReversed()).toEqual(texts);
        expect(orders.map((order) => aWriter()(order))).toEqual(texts);
      }),
      { numRuns: 60 },
    );
  });

  it('is another one for another draw, unless it is of few words', () => {
    const texts = Array.from({ length: 1000 }, (_, n) => write({ draw: n, author: n, persona: n }).sentences.join(' '));

    const long = texts.filter(({ length }) => length > 80);

    expect(long.length).toBeGreaterThan(300);
    expect(new Set(long).size).toBe(long.length);
  });

  it('shows each thing that it is to say in one sentence, which holds a construction of it, and nothing else', () => {
    fc.assert(
      fc.property(anOrder, aHalf, (order, half) => {
        const { sentences, bits } = WRITERS[half](order);

        expect(bits.filter((bit) => bit >= 0).toSorted((a, b) => a - b)).toEqual(bitsOf(order.said));
        sentences.forEach((sentence, n) => {
          const bit = bits[n] as number;
          if (bit < 0) return;
          const { clauses } = LANGUAGES[half].said[order.family][bit] ?? expect.fail(`no bit ${bit}`);
          const holds = clauses.some((clause) => new RegExp(patternOfClause(clause), 'iu').test(sentence));
          if (!holds) throw new Error(`"${sentence}" does not show ${FAMILIES[order.family].said[bit]?.id}`);
        });
      }),
      { numRuns: 1500 },
    );
  });

  it('can say everything at once', () => {
    for (const family of FAMILY_NAMES) {
      const all = FAMILIES[family].said.map((_, bit) => bit);
      const { bits } = write({ family, said: maskOf(all), draw: 5 });

      expect(bits.filter((bit) => bit >= 0).toSorted((a, b) => a - b)).toEqual(all);
    }
  });

  it('has at most one thing that it shows or seems to show in a sentence, and at most two that it seems to show', () => {
    fc.assert(
      fc.property(anOrder, (order) => {
        const { sentences, bits, looks } = write(order);

        expect(sentences.length).toBeGreaterThan(0);
        for (const [n, bit] of bits.entries()) expect(Math.min(bit, looks[n] as number)).toBe(-1);
        expect(looks.filter((look) => look >= 0).length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 1000 },
    );
  });

  it('writes the same around what it says, whatever that is, so that the rest of a text tells nothing', () => {
    fc.assert(
      fc.property(anOrder, aHalf, (order, half) => {
        const around = ({ sentences, bits }: Kept) => sentences.filter((_, n) => (bits[n] as number) < 0);
        const [one, other] = [order.said || 1, 2].map((said) => around(WRITERS[half]({ ...order, said })));

        expect(one).toEqual(other);
      }),
      { numRuns: 1000 },
    );
  });

  it('is tidy: no double blank, no blank at an end, no mark after a mark', () => {
    fc.assert(
      fc.property(anOrder, aHalf, (order, half) => {
        for (const sentence of WRITERS[half](order).sentences) {
          expect(sentence).not.toMatch(/^[\s,;]|[\s,;]$| {2}|[!?]\.|,,| [,.;!?](?!\.)|\{|\}|\[|\]|~|<|>|\|/);
          expect(sentence.length).toBeGreaterThan(1);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('is short or long, and a reply or a classified ad is shorter than a profile', () => {
    const lengths = (order: Partial<TextOrder>) =>
      Array.from({ length: 1000 }, (_, n) => write({ ...order, draw: n, author: n, persona: n }).sentences.join(' '))
        .map(({ length }) => length)
        .toSorted((a, b) => a - b);
    const profiles = lengths({ kind: 'profile' });

    expect(profiles[50]).toBeLessThanOrEqual(110);
    expect(profiles[950]).toBeGreaterThanOrEqual(380);
    for (const kind of ['classified', 'reply'] as const)
      expect(lengths({ kind })[500]).toBeLessThan(profiles[500] as number);
  });
});

describe('the values that a market decides', () => {
  it('are the only difference between two texts of one draw, author and persona', () => {
    const others = { name: 'Xanthe', town: 'Yorvale' };
    fc.assert(
      fc.property(anOrder, (order) => {
        const [one, other] = [write(order), write({ ...order, values: values(others) })];
        const blank = ({ sentences }: Kept, name: string, town: string) =>
          sentences.map((sentence) =>
            sentence.replaceAll(new RegExp(name, 'gi'), 'N').replaceAll(new RegExp(town, 'gi'), 'T'),
          );

        expect(blank(other, others.name, others.town)).toEqual(blank(one, 'Qenna', 'Quellvik'));
        expect([other.bits, other.looks, other.layout]).toEqual([one.bits, one.looks, one.layout]);
      }),
      { numRuns: 400 },
    );
  });

  it('do occur, and each where it belongs', () => {
    const written = Array.from({ length: 300 }, (_, n) => write({ draw: n, author: n, persona: n }));
    const texts = written.map(({ sentences }) => sentences.join(' '));
    const withName = texts.filter((text) => /qenna/i.test(text));

    expect(withName.length).toBeGreaterThan(40);
    expect(texts.filter((text) => /quellvik/i.test(text)).length).toBeGreaterThan(10);
    // Nobody names a house with its number who neither declares it nor seems to.
    const plain = written.filter(({ looks }) => looks.every((look) => look < 0));
    expect(plain.length).toBeGreaterThan(100);
    expect(plain.filter(({ sentences }) => /7431/.test(sentences.join(' ')))).toEqual([]);
  });
});

describe('the person of a text', () => {
  it('is "she" or "he" where somebody else writes, with verbs that agree', () => {
    const texts = (person: TextOrder['person']) =>
      Array.from({ length: 400 }, (_, n) => write({ person, said: 1, draw: n, author: n, persona: n }))
        .map(({ sentences }) => ` ${sentences.join(' ').toLowerCase()}`)
        .join(' ');
    const [she, they, we] = [texts('she'), texts('they'), texts('we')];

    expect(she).toMatch(/ she (?:is|has|likes) /);
    expect(she).not.toMatch(/ she (?:am|are|have|do|like) /);
    expect(they).toMatch(/ they (?:are|have|like) /);
    expect(they).not.toMatch(/ they (?:am|is|has|does|likes) /);
    expect(we).toMatch(/ we (?:are|have|like) /);
    expect(we).not.toMatch(/ i (?:am|have|like) /);
  });

  it('of another says nothing that only she herself could', () => {
    const bit = FAMILIES.services.said.findIndex(({ id }) => id === 'persona-inconsistency');
    const { clauses = [] } = LIBRARY.language.said.services[bit] ?? {};
    const [own, others] = [true, false].map((isOwn) =>
      clauses.filter((one) => one.isOwn === isOwn).map((one) => new RegExp(`^(?:- )?${patternOfClause(one)}`, 'iu')),
    ) as [RegExp[], RegExp[]];
    const matches = (patterns: readonly RegExp[], sentence: string) => patterns.some((one) => one.test(sentence));
    const sentences = (person: TextOrder['person']) =>
      Array.from({ length: 300 }, (_, n) =>
        write({ person, said: maskOf([0, bit]), draw: n, author: n, persona: n }),
      ).flatMap(({ sentences: all, bits }) => all.filter((_, n) => bits[n] === bit));
    const found = (person: TextOrder['person']) =>
      sentences(person).filter((sentence) => matches(own, sentence) && !matches(others, sentence));

    expect(found('I').length).toBeGreaterThan(30);
    expect(found('she')).toEqual([]);
  });
});

describe('the order of a text', () => {
  it('ends with a goodbye if it has one', () => {
    const { whole, fragments } = LIBRARY.language.neutral.services[MOVES.indexOf('bye')] ?? expect.fail('no goodbyes');
    const patterns = [...whole, ...fragments].map(
      (clause) => new RegExp(`^(?:- )?${patternOfClause(clause)}\\W*$`, 'iu'),
    );
    const places = Array.from({ length: 800 }, (_, n) => write({ draw: n, author: n, persona: n })).flatMap(
      ({ sentences }) =>
        sentences.flatMap((sentence, at) =>
          patterns.some((pattern) => pattern.test(sentence)) ? [sentences.length - 1 - at] : [],
        ),
    );

    expect(places.length).toBeGreaterThan(50);
    expect(places.filter((fromEnd) => fromEnd > 0)).toEqual([]);
  });
});
