import { describe, expect, it } from 'vitest';
import { COMMONPLACE_VARIANTS, FAMILIES, type Family } from '#market/ads/model/families.ts';
import { MARKET_FACTS } from '#market/ads/model/market-facts.ts';
import { factNames } from '#market/text/model/facts.ts';
import { CONSTRUCTIONS_PER_MARKET, type LanguageSource } from '#market/text/model/language.ts';
import type { WrittenConstruction } from '#market/text/model/language-schemas.ts';
import { MOVES } from '#market/text/model/moves.ts';
import { createDictionary, parseTemplate } from '#market/text/model/parse-template.ts';
import { PERSONS, type Person } from '#market/text/model/persons.ts';
import { type LanguageHalf, loadLanguage } from '#market/text/use-cases/load-language.ts';
import { loadIsRealPlace } from '../../scripts/authoring/gazetteer.ts';
import { LIBRARY, PROJECT } from '../support/builders/the-library.ts';
import { type Manner, readingsOf, waysOf } from '../support/market/text/readings.ts';

const HALVES: readonly LanguageHalf[] = ['practice', 'assessment'];
const FAMILY_NAMES = Object.keys(FAMILIES) as Family[];

const isRealPlace = loadIsRealPlace();

function sourceOf(half: LanguageHalf): LanguageSource {
  const parsed = loadLanguage(PROJECT, half);
  if (!parsed.ok) throw new Error(`The language does not load: ${JSON.stringify(parsed.issues.slice(0, 3))}`);
  return parsed.value;
}

const SOURCES = { practice: sourceOf('practice'), assessment: sourceOf('assessment') };
const { facts, habits, moves } = SOURCES.practice;
const DICTIONARY = createDictionary(factNames(facts), habits);

/** One template of the language, with the place where it stands. */
interface One {
  readonly at: string;
  readonly template: string;
  readonly tags: string;
  readonly pieces: ReturnType<typeof parseTemplate>;
}

function templates(at: string, list: readonly WrittenConstruction[] = []): One[] {
  return list.map((written, n) => {
    const [tags, template] =
      typeof written === 'string' ? ['', written] : (Object.entries(written)[0] as [string, string]);
    return { at: `${at} ${n + 1}`, template, tags, pieces: parseTemplate(template, DICTIONARY) };
  });
}

/** What is said of one id in one half: the constructions that show it, and the look-alikes. */
function saidOf(half: LanguageHalf, id: string): { readonly says: One[][]; readonly looks: One[] } {
  const written = SOURCES[half].said[id] ?? expect.fail(`${half} has nothing for ${id}`);
  const says = 'says' in written ? [written.says] : Object.values(written.variants);
  return {
    says: says.map((list, n) => templates(`${half}/${id}${says.length > 1 ? ` (${n + 1})` : ''}`, list)),
    looks: templates(`${half}/${id}/looks`, written.looks.says),
  };
}

const PLANTED = [...new Set(FAMILY_NAMES.flatMap((family) => FAMILIES[family].said.map(({ id }) => id)))];
const SAID = HALVES.flatMap((half) => PLANTED.flatMap((id) => saidOf(half, id).says.flat()));
const LOOKS = HALVES.flatMap((half) => PLANTED.flatMap((id) => saidOf(half, id).looks));
const NEUTRAL = FAMILY_NAMES.flatMap((family) =>
  MOVES.flatMap((move) => templates(`${family}/${move}`, moves[family][move])),
);
const ALL = [...SAID, ...LOOKS, ...NEUTRAL];

const ABOUT_OTHERS: readonly Person[] = ['she', 'he', 'they'];
const isOwn = ({ tags }: One) => tags.split(' ').includes('own');
const personsOf = (one: One) => (isOwn(one) ? PERSONS.filter((person) => !ABOUT_OTHERS.includes(person)) : PERSONS);

/** The readings of templates of which something is wrong; at most one for each template and manner. */
function faulty(list: readonly One[], isWrong: (reading: string, manner: Manner) => boolean, manners?: Manner[]) {
  return list.flatMap((one) =>
    (manners ?? personsOf(one).map((person): Manner => ({ person }))).flatMap((manner) => {
      const found = readingsOf(one.pieces, facts, manner).find((reading) => isWrong(reading, manner));
      return found === undefined ? [] : [`${one.at} (${manner.person}): ${found}`];
    }),
  );
}

const AS_I: Manner[] = [{ person: 'I' }];

describe('the language of the ads', () => {
  it.each(HALVES)('has in %s constructions for exactly the signs, cues and traps that ads can say', (half) => {
    expect(Object.keys(SOURCES[half].said).toSorted()).toEqual(PLANTED.toSorted());
  });

  it.each(HALVES)('has in %s ten constructions of each, and of commonplaces six variants with six each', (half) => {
    for (const id of PLANTED) {
      const { says } = saidOf(half, id);
      const isCommonplace = id === 'n-job-commonplaces';

      expect([id, says.length]).toEqual([id, isCommonplace ? COMMONPLACE_VARIANTS : 1]);
      for (const list of says) expect(list.length, id).toBeGreaterThanOrEqual(isCommonplace ? 6 : 10);
    }
  });

  it.each(HALVES)('has in %s look-alikes of each', (half) => {
    for (const id of PLANTED) expect(saidOf(half, id).looks.length, id).toBeGreaterThanOrEqual(3);
  });

  it.each(HALVES)('has in %s something to say of another person for each, whichever a market draws', (half) => {
    for (const { id } of FAMILIES.services.said) {
      const own = saidOf(half, id).says.flat().filter(isOwn);

      expect(own.length, id).toBeLessThan(CONSTRUCTIONS_PER_MARKET);
    }
  });

  it('has no template twice', () => {
    const seen = new Map<string, string[]>();
    for (const { at, template } of ALL) seen.set(template, [...(seen.get(template) ?? []), at]);

    expect([...seen].filter(([, places]) => places.length > 1)).toEqual([]);
  });

  it('has many readings of a construction', () => {
    const ways = SAID.map(({ pieces }) => waysOf(pieces));

    expect(ways.filter((count) => count > 1).length / ways.length).toBeGreaterThan(0.9);
  });

  it('says practice and assessment in different words: no three content words in a row are in both', () => {
    const common = PLANTED.flatMap((id) => {
      const [practice, assessment] = HALVES.map((half) => {
        const { says, looks } = saidOf(half, id);
        return runsOf([...says.flat(), ...looks]);
      }) as [Map<string, string>, Map<string, string>];
      return [...practice].flatMap(([run, at]) =>
        assessment.has(run) ? [`${id}: ${run} (${at}; ${assessment.get(run)})`] : [],
      );
    });

    expect(common).toEqual([]);
  });

  it.each(HALVES)('says in %s a sign about as lengthily as a cue or a trap', (half) => {
    const lengthOf = (kinds: readonly string[]) => {
      const ids = FAMILIES.services.said.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
      const means = ids.flatMap((id) => saidOf(half, id).says.flat()).map(({ pieces }) => meanLength(pieces));
      return means.reduce((sum, length) => sum + length, 0) / means.length;
    };

    expect(Math.abs(lengthOf(['sign']) - lengthOf(['cue', 'trap']))).toBeLessThan(12);
  });
});

/** Mean length of the readings of a template; a fact counts as eight letters. */
function meanLength(pieces: One['pieces']): number {
  const readings = readingsOf(pieces, facts, { person: 'I' });
  return (
    readings.reduce((sum, reading) => sum + reading.replaceAll(/\{\w+\}/g, 'xxxxxxxx').length, 0) / readings.length
  );
}

/** Words that any sentence has: articles, pronouns, prepositions, conjunctions, auxiliaries. */
const SMALL = new Set(
  [
    'a an the this that these those my mine me myself i we our us you your yours it its he him his she her they them',
    'their who whom whose which what when where how why there here one ones some any all every each no none not nor',
    'nothing nobody anybody anyone anything something somebody someone everything everyone everybody',
    'of in on at to for from by with without about after before into onto over under up down out off near between',
    'until till since through as than then so and or but if because while though too also only just even still very',
    'is am are was were be been being do does did done have has had having can cannot could may might must shall',
    'should will would need let get gets got more most much many few less least other others another own same such',
    'yes please once again never always often ever now',
  ].flatMap((line) => line.split(' ')),
);

/** Three content words in a row, in the texts that templates can be read as; a fact ends a row. */
function runsOf(list: readonly One[]): Map<string, string> {
  const runs = new Map<string, string>();
  for (const { at, pieces } of list)
    for (const reading of readingsOf(pieces, facts, { person: 'I' }))
      for (const part of reading.toLowerCase().split(/\{\w+\}/)) {
        const words = (part.match(/[a-z'-]+/g) ?? []).filter((word) => !SMALL.has(word));
        for (let n = 2; n < words.length; n++) runs.set(words.slice(n - 2, n + 1).join(' '), at);
      }
  return runs;
}

describe('every reading of a template', () => {
  it('has no double blank, no blank or comma at an end, and no blank before a comma', () => {
    const isUntidy = (reading: string) => / {2}|^[ ,;]|[ ,;]$| [,;]|,,|, ,/.test(reading);
    const manners = ([0, 1, 2] as const).flatMap((contraction) =>
      [false, true].map((dropsArticles): Manner => ({ person: 'I', contraction, dropsArticles })),
    );

    expect(faulty(ALL, isUntidy, manners)).toEqual([]);
    expect(isUntidy('open  late')).toBe(true);
  });

  it('agrees with the person who is written of', () => {
    // Not after "would she", "did he" and others.
    const alone = '(?<!\\b(?:may|can|will|would|could|should|must|might|did|does|do|shall|let) )\\b';
    const bare = '(?:am|are|have|do|were|know|like|live|see|make|take|work|write|open|offer|answer)\\b';
    const wrong: Readonly<Record<Person, RegExp>> = {
      I: /\bI (?:is|are|has|does|were)\b/,
      we: /\bwe (?:is|am|has|does|was)\b/,
      she: new RegExp(`${alone}(?:she|he) ${bare}`),
      he: new RegExp(`${alone}(?:she|he) ${bare}`),
      they: /\bthey (?:is|am|has|does|was|knows|likes|lives|sees|makes|takes|works|writes|opens|offers|answers)\b/,
    };

    expect(faulty(ALL, (reading, { person }) => wrong[person].test(reading))).toEqual([]);
  });

  it('does not say "I", "me" or "my" of herself where somebody else writes', () => {
    const others = ALL.filter((one) => !isOwn(one) && !one.template.includes('<<'));
    const leftOver = /\b(?:I|me|my|mine|myself)\b/;

    expect(faulty(others, (reading, { person }) => person !== 'I' && leftOver.test(reading))).toEqual([]);
  });

  it('is written in letters, blanks and simple marks (C15)', () => {
    expect(faulty(ALL, (reading) => !/^[A-Za-z ,'%&:;-]+$/.test(withoutFacts(reading)), AS_I)).toEqual([]);
  });

  it('has no digit, no money, no address and no word.word (C07, C08, C09, C11)', () => {
    const forbidden = /\d|[€$£¥]|\b(?:SIM|USD|EUR|GBP|euros?|dollars?|pounds?)\b|[.@/]|https?|www/i;

    expect(faulty(ALL, (reading) => forbidden.test(withoutFacts(reading)), AS_I)).toEqual([]);
  });

  it('names no young one and no part of youth (C13), and labels no person (C19)', () => {
    const youth = /\b(?:young\w*|youth\w*|girls?|boys?|teen\w*|child\w*|kids?|minors?|school\w*|student\w*|lads?)\b/i;
    const labels = /\b(?:victims?|pimps?|prostitut\w*|rescue\w*|traffick\w*|hookers?|whores?|slaves?)\b/i;

    expect(faulty(ALL, (reading) => youth.test(reading), AS_I)).toEqual([]);
    expect(faulty(ALL, (reading) => labels.test(reading), AS_I)).toEqual([]);
  });

  it('has no end mark of its own: voices end sentences', () => {
    expect(faulty(ALL, (reading) => /[.!?]/.test(reading), AS_I)).toEqual([]);
  });

  it('names no real place (C06)', () => {
    const names = ALL.flatMap(({ pieces, at }) =>
      readingsOf(pieces, facts, { person: 'I' }).flatMap((reading) =>
        (withoutFacts(reading).match(/\b[A-Z][a-z]+\b/g) ?? []).map((name) => [name, at] as const),
      ),
    );

    expect(new Map(names.filter(([name]) => isRealPlace(name)))).toEqual(new Map());
  });
});

/** A fact as a word that breaks no rule. */
const withoutFacts = (reading: string) => reading.replaceAll(/\{\w+\}/g, 'x');

describe('what a construction has to name', () => {
  const needs: Readonly<Record<string, RegExp>> = {
    'ethnicity-selling-point': /\{origin\}/,
    'n-nationality': /\{origin\}/,
    'pay-to-other-name': /\{other\}/,
    'persona-inconsistency': /\{other\}|\{otherTown\}/,
  };

  it.each(Object.entries(needs))('%s: %s', (id, fact) => {
    const list = HALVES.flatMap((half) => saidOf(half, id).says.flat());

    expect(faulty(list, (reading) => !fact.test(reading), AS_I)).toEqual([]);
  });

  it('declared-business-id: the name of the house and its number', () => {
    const list = HALVES.flatMap((half) => saidOf(half, 'declared-business-id').says.flat());

    expect(faulty(list, (reading) => !/\{house\}/.test(reading) || !/\{code\}/.test(reading), AS_I)).toEqual([]);
  });

  it('third-person-voice: a name, or she, he or they', () => {
    const list = HALVES.flatMap((half) => saidOf(half, 'third-person-voice').says.flat());
    const named = /\{name\}|\b(?:she|her|hers|he|him|his|they|them|their)\b/i;
    const manners = ABOUT_OTHERS.map((person): Manner => ({ person }));

    expect(faulty(list, (reading) => !named.test(reading), manners)).toEqual([]);
  });

  it('neutral templates: neither the number of a house nor the origin or language of a person', () => {
    const telling = /\{(?:code|origin|language)\}/;

    expect(faulty(NEUTRAL, (reading) => telling.test(reading), AS_I)).toEqual([]);
  });
});

describe('the facts of an advertiser', () => {
  const lists = Object.entries(facts);

  it.each(lists)('%s: no entry twice', (_, list) => {
    expect(list.filter((entry, n) => list.findIndex((one) => one.toLowerCase() === entry.toLowerCase()) < n)).toEqual(
      [],
    );
  });

  it('are each used by a template, and are not what the market decides', () => {
    const used = new Set(ALL.flatMap(({ template }) => [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)));

    expect(factNames(facts).filter((name) => !used.has(name))).toEqual([]);
    expect(lists.map(([name]) => name).filter((name) => (MARKET_FACTS as readonly string[]).includes(name))).toEqual(
      [],
    );
    expect(new Set(factNames(facts)).size).toBe(factNames(facts).length);
  });

  it('are common words, and nothing else has a capital than a day and a month', () => {
    const { day, month, ...others } = facts;
    const entries = Object.values(others).flat();

    expect([day?.length, month?.length]).toEqual([7, 12]);
    expect(entries.filter((entry) => !/^[a-z][a-z -]*[a-z]$/.test(entry))).toEqual([]);
  });
});

describe('the habits of voices', () => {
  const known = new Set(ALL.flatMap(({ template }) => template.toLowerCase().match(/[a-z]+/g) ?? []));

  it('shorten and misspell words that occur, and no misspelling is another word of the language', () => {
    const slips = Object.entries(habits.slips);

    expect(slips.filter(([plain, slip]) => plain === slip || known.has(slip.toLowerCase()))).toEqual([]);
    expect([...Object.keys(habits.slips), ...Object.keys(habits.short)].filter((plain) => !known.has(plain))).toEqual(
      [],
    );
    expect(new Set(slips.map(([, slip]) => slip.toLowerCase())).size).toBe(slips.length);
  });

  it('contract in both ways, the second without an apostrophe', () => {
    for (const [whole, [apostrophe, bare]] of Object.entries(habits.contractions)) {
      expect(apostrophe, whole).toContain("'");
      expect(bare, whole).not.toContain("'");
    }
  });

  it('open a sentence with what a sentence can follow, and close it without a mark', () => {
    const said = [...habits.openers, ...habits.tails].map(({ text }) => text);

    expect(new Set(said).size).toBe(said.length);
    expect(habits.openers.filter(({ text }) => !/(?:,| and)$/.test(text))).toEqual([]);
    expect(habits.tails.filter(({ text }) => /[.,!?]$/.test(text))).toEqual([]);
  });
});

describe('what labels of persons say', () => {
  const { lexicon, profiles } = LIBRARY;
  const languages = [...profiles.values()].flatMap((profile) => profile.languages);
  const words = (list: readonly string[]) => new RegExp(`\\b(?:${list.join('|')})\\b`);

  it('is one word each, as are names and towns: the patterns of clauses rely on it', () => {
    const towns = [...profiles.values()].flatMap((profile) => profile.towns.map(({ name }) => name));
    const values = [...lexicon.names, ...lexicon.origins, ...languages, ...towns];

    expect(values.filter((value) => !/^\p{L}+$/u.test(value))).toEqual([]);
  });

  it('is in no template as a fixed word: neither an origin, a language nor a name', () => {
    const labels = words([...lexicon.origins, ...languages, ...lexicon.names]);

    expect(faulty(ALL, (reading) => labels.test(withoutFacts(reading)), AS_I)).toEqual([]);
  });

  it('is in no neutral template, a gender included (C18)', () => {
    const genders = words(lexicon.genders);

    expect(faulty(NEUTRAL, (reading) => genders.test(reading), AS_I)).toEqual([]);
  });
});
