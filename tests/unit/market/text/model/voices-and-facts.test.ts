import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAMILIES, type Family } from '#market/ads/model/families.ts';
import { TEXT_KINDS } from '#market/text/model/kinds-of-text.ts';
import { CONTRACTIONS } from '#market/text/model/parse-template.ts';
import type { TextOrder } from '#market/text/model/text-order.ts';
import { aWriter, type Kept } from '../../../../support/builders/a-writer.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';

const write = aWriter();
const FAMILY_NAMES = Object.keys(FAMILIES) as Family[];
const maskOf = (bits: readonly number[]) => bits.reduce((mask, bit) => mask | (1 << bit), 0) >>> 0;

describe('the voice of an author', () => {
  const MANY = Array.from({ length: 60 }, (_, n) => n);

  /** What a reader can tell of the voice of a text: letters, end marks, layout. */
  function traitsOf({ sentences, layout }: Kept) {
    const ends = sentences.filter((sentence) => !sentence.endsWith('?')).map((one) => /\W*$/.exec(one)?.[0]);
    return {
      layout,
      hasCapitals: sentences.some((sentence) => /[A-Z]/.test(sentence)),
      ends: [...new Set(ends)],
    };
  }

  it('is the same in all texts: layout, letters and end marks, whatever they say and whose facts they tell', () => {
    for (const author of MANY) {
      const texts = MANY.map((n) =>
        write({
          author,
          draw: author * 1000 + n,
          persona: n,
          said: n % 3 === 0 ? maskOf([n % 22, (n * 7) % 22]) : 0,
          kind: TEXT_KINDS[n % TEXT_KINDS.length] as TextOrder['kind'],
          family: FAMILY_NAMES[n % 3] as Family,
          ...(n % 3 === 0 && { family: 'services' }),
        }),
      );
      const traits = texts.map(traitsOf);

      expect(new Set(traits.map(({ layout }) => layout)).size).toBe(1);
      // One mark, besides that of questions.
      expect(new Set(traits.flatMap(({ ends }) => ends)).size).toBe(1);
      // A text of one line can begin with a number.
      const capital = traits.filter(({ hasCapitals }) => hasCapitals).length;
      expect(capital === 0 || capital > 0.9 * texts.length).toBe(true);
    }
  });

  it('spells a word in one way in all texts, and another author may spell it otherwise', () => {
    const { habits, facts, source } = LIBRARY.language;
    // What stands in a fact, agrees with the person or is the same for everybody is written as it is.
    const asItIs = new Set(
      [
        ...Object.values(facts).flat(),
        ...habits.openers.map(({ text }) => text),
        ...habits.tails.map(({ text }) => text),
      ]
        .concat(
          Object.values(habits.labels).flat(),
          JSON.stringify(source.moves).match(/~\w+|<<.*?>>/g) ?? [],
          'between until',
        )
        .concat(JSON.stringify(source.said).match(/~\w+|<<.*?>>/g) ?? [])
        .flatMap((text) => text.toLowerCase().match(/[a-z]+/g) ?? []),
    );
    const slips = Object.entries(habits.slips).filter(([plain]) => !asItIs.has(plain));
    const counts = new Map<string, Set<string>>();
    for (const author of MANY)
      for (const n of MANY) {
        const text = write({ author, persona: n, draw: author * 100 + n })
          .sentences.join(' ')
          .toLowerCase();
        for (const [plain, slip] of slips)
          for (const spelling of [plain, slip])
            if (new RegExp(`\\b${spelling}\\b`).test(text)) {
              const key = `${author} ${plain}`;
              counts.set(key, (counts.get(key) ?? new Set()).add(spelling));
            }
      }
    const misspelt = [...counts].filter(([key, spellings]) => !spellings.has(key.split(' ')[1] as string));

    expect([...counts].filter(([, spellings]) => spellings.size > 1)).toEqual([]);
    expect(misspelt.length).toBeGreaterThan(50);
    expect(misspelt.length).toBeLessThan(counts.size / 3);
  });

  it('differs between authors: two of them seldom have the same', () => {
    const voices = Array.from({ length: 200 }, (_, author) =>
      JSON.stringify(traitsOf(write({ author, draw: 77, persona: 77 }))),
    );

    expect(new Set(voices).size).toBeGreaterThan(12);
  });

  it('contracts in one way: who writes "don\'t" does not write "dont"', () => {
    const { contractions } = LIBRARY.language.habits;
    const words = new Set(['its', 'lets', 'ill', 'well', 'were', 'id', 'wed', 'hell', 'shell']);
    const ways = Object.entries(contractions)
      .filter(([whole, [, bare]]) => whole !== bare && !words.has(bare))
      .map(([whole, [apostrophe, bare]]) => [whole, apostrophe, bare] as const);
    const found = MANY.map((author) => {
      const text = MANY.map((n) => write({ author, persona: n, draw: author * 100 + n }).sentences.join(' '))
        .join(' ')
        .toLowerCase();
      const uses = (way: number) =>
        ways.some((one) => new RegExp(`(?<![\\w'])${(one[way] as string).toLowerCase()}(?![\\w'])`).test(text));
      return [uses(0), uses(1), uses(2)].map(Number);
    });

    expect(found[0]).toHaveLength(CONTRACTIONS);
    // Some phrases stay whole for everybody, as "wherever you are" does; the two other ways exclude each other.
    expect(found.filter(([, apostrophe, bare]) => apostrophe === 1 && bare === 1)).toEqual([]);
    expect(
      found.filter(([whole, apostrophe, bare]) => whole === 1 && apostrophe === 0 && bare === 0).length,
    ).toBeGreaterThan(10);
    expect(found.filter(([, apostrophe]) => apostrophe === 1).length).toBeGreaterThan(10);
    expect(found.filter(([, , bare]) => bare === 1).length).toBeGreaterThan(2);
  });
});

describe('the facts of a persona', () => {
  const lists = LIBRARY.language.facts;

  it('agree over all its texts: one pet, one tram, one opening hour', () => {
    for (let persona = 0; persona < 40; persona++) {
      const texts = Array.from({ length: 60 }, (_, n) =>
        write({ persona, author: 3, draw: persona * 100 + n })
          .sentences.join(' ')
          .toLowerCase(),
      );
      const named = (pattern: RegExp) => new Set(texts.flatMap((text) => text.match(pattern) ?? []));

      expect(named(/\btram \d+/g).size).toBeLessThanOrEqual(1);
      expect(named(new RegExp(`\\b(?:${lists['door']?.join('|')}) door\\b`, 'g')).size).toBeLessThanOrEqual(1);
      expect(named(new RegExp(`\\bmy (?:${lists['pet']?.join('|')})\\b`, 'g')).size).toBeLessThanOrEqual(1);
    }
  });

  it('differ between personas', () => {
    const trams = new Set(
      Array.from({ length: 1500 }, (_, n) => write({ persona: n, author: n, draw: n }).sentences.join(' ')).flatMap(
        (text) => text.match(/\btram \d+/gi)?.map((tram) => tram.toLowerCase()) ?? [],
      ),
    );

    expect(trams.size).toBeGreaterThanOrEqual(9);
  });

  it('that come in pairs are never the same twice', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(1_000_000), (persona, draw) => {
        const text = write({ persona, author: persona, draw }).sentences.join(' ').toLowerCase();
        const day = `(${lists['day']?.join('|').toLowerCase()})`;

        expect(text).not.toMatch(new RegExp(`\\b${day} and \\1\\b`));
      }),
      { numRuns: 1000 },
    );
  });
});
