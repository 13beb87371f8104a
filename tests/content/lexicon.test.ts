import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACTOR_TYPES } from '#core/market/actor-types.ts';
import { LexiconSchema } from '#core/market/schemas.ts';
import { SLOTS } from '#core/market/slots.ts';
import { readYaml } from '#formats/yaml/read-yaml.ts';
import { loadIsRealPlace } from '../../scripts/authoring/gazetteer.ts';

const isRealPlace = loadIsRealPlace();

const PATH = 'content/lexicon/en.yaml';
const SOURCE = readFileSync(PATH, 'utf8');
const read = readYaml(SOURCE, PATH);
if (!read.ok) throw new Error(`${PATH} is no YAML: ${JSON.stringify(read.issues[0])}`);
const lexicon = LexiconSchema.parse(read.value.value);

const SIGNS_IN_TEXT = [
  'third-person-voice',
  'no-limits-offer',
  'ethnicity-selling-point',
  'trust-assurance-wording',
  'language-mismatch',
  'persona-inconsistency',
  'coercion-slip',
  'house-set-terms',
  'confined-location',
  'manager-reference',
  'interchangeable-persons',
  'pay-to-other-name',
];
const SIGNS_OF_OFFERS = [
  'lj-upfront-fee',
  'lj-document-retention',
  'lj-pay-too-good',
  'lj-vague-employer',
  'lj-deductions-debt',
  'lj-visa-mismatch',
  'lj-no-contract-rush',
  'rs-irrelevant-criteria',
];
const CUES = [
  'own-limits-stated',
  'own-screening',
  'own-payout',
  'consent-record-fresh',
  'declared-business-id',
  'continuity-of-identity',
  'rest-gaps',
];
const TRAPS = [
  'n-sex-work',
  'n-nationality',
  'n-migrant-language',
  'n-young-look',
  'n-single-tattoo',
  'n-short-stay',
  'n-client-screening',
  'n-face-hidden',
  'n-messenger-only',
  'n-cash-or-crypto',
  'n-job-commonplaces',
];
const NOTES = [
  'none',
  'scripted-replies',
  'other-person-answers',
  'buyer-report-control',
  'rs-targets-hardship',
  'rs-romance-to-work',
  'n-young-look',
];
const WITHHELD = ['pm-age-contradiction', 'pm-age-edited', 'pm-school-context', 'pm-missing-notice', 'pm-local-symbol'];

/** The longest thing that each open place takes. */
const LONGEST: Record<string, string> = {
  name: longest(lexicon.names),
  other: longest(lexicon.names),
  town: 'Kelvastburg',
  otherTown: 'Kelvastburg',
  house: longest([...lexicon.houses, ...lexicon.employers]),
  code: 'SIM-0417',
  origin: longest(lexicon.origins),
  language: 'Tessaval',
  pay: 'SIM 2400',
};

function longest(texts: readonly string[]): string {
  return texts.reduce((one, other) => (other.length > one.length ? other : one), '');
}

/** A sentence with its longest values, or with the shortest thinkable ones. */
const filled = (sentence: string) => sentence.replaceAll(/\{(\w+)\}/g, (_, slot: string) => LONGEST[slot] ?? '');
const barely = (sentence: string) => sentence.replaceAll(/\{\w+\}/g, 'Xxx');

/** Every text of the file, with the place where it stands. */
function texts(value: unknown, at = ''): { at: string; text: string }[] {
  if (typeof value === 'string') return [{ at, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, at ? `${at}/${key}` : key));
}

const ALL = texts(lexicon);
const below = (...folders: string[]) => ALL.filter(({ at }) => folders.some((folder) => at.startsWith(`${folder}/`)));
const spoken = below('says', 'openings', 'fillers', 'programFillers', 'notes');
const generated = [...spoken, ...below('titles', 'withheld', 'rooms', 'hours')];
const where = (found: { at: string; text: string }[]) => found.map(({ at, text }) => `${at}: ${text}`);

describe('the English lexicon', () => {
  it('has sentences for exactly the signs, cues and traps that occur in texts', () => {
    const ids = [...SIGNS_IN_TEXT, ...SIGNS_OF_OFFERS, ...CUES, ...TRAPS];

    expect(Object.keys(lexicon.says).toSorted()).toEqual(ids.toSorted());
    for (const [id, sentences] of Object.entries(lexicon.says)) {
      expect(sentences.length, id).toBeGreaterThanOrEqual(3);
      expect(sentences.length, id).toBeLessThanOrEqual(6);
    }
  });

  it('has notes, withheld facts and words for the debrief for each of their ids', () => {
    expect(Object.keys(lexicon.notes).toSorted()).toEqual(NOTES.toSorted());
    expect(Object.keys(lexicon.withheld).toSorted()).toEqual(WITHHELD.toSorted());
    expect(Object.keys(lexicon.why).toSorted()).toEqual([...ACTOR_TYPES].toSorted());
  });

  it('has the six commonplaces of job ads in order', () => {
    const kinds = [/housing/i, /transport/i, /experience/i, /agency/i, /start/i, /phone/i];

    expect(lexicon.says['n-job-commonplaces']).toEqual(kinds.map((kind) => expect.stringMatching(kind)));
  });

  it('fills in a name of the house and a number where a business declares itself', () => {
    for (const sentence of lexicon.says['declared-business-id'] ?? [])
      expect(sentence).toMatch(/\{house\}.*\{code\}|\{code\}.*\{house\}/);
  });

  it('has slots for values of the ad: origin, other name, other town', () => {
    const slotsOf = (id: string) => lexicon.says[id]?.map((sentence) => sentence.match(/\{\w+\}/g) ?? []) ?? [];

    for (const id of ['ethnicity-selling-point', 'n-nationality'])
      for (const slots of slotsOf(id)) expect(slots).toContain('{origin}');
    for (const slots of slotsOf('pay-to-other-name')) expect(slots).toContain('{other}');
    for (const slots of slotsOf('persona-inconsistency'))
      expect(slots.some((slot) => slot === '{other}' || slot === '{otherTown}')).toBe(true);
    for (const opening of lexicon.openings.pair) expect(opening).toMatch(/\{name\}.*\{other\}/);
  });

  it('has no slot in sentences without meaning, and only known slots elsewhere', () => {
    expect(
      where(below('fillers', 'programFillers', 'notes', 'withheld').filter(({ text }) => /[{}]/.test(text))),
    ).toEqual([]);
    const slots = ALL.flatMap(({ text }) => [...text.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot));
    expect(slots.filter((slot) => !(SLOTS as readonly (string | undefined)[]).includes(slot))).toEqual([]);
  });

  it('has as many names, houses and employers as a large market needs, each once', () => {
    const pools: [readonly string[], number][] = [
      [lexicon.names, 400],
      [lexicon.houses, 40],
      [lexicon.employers, 40],
    ];

    for (const [pool, least] of pools) {
      expect(pool.length).toBeGreaterThanOrEqual(least);
      expect(new Set(pool.map((entry) => entry.toLowerCase())).size).toBe(pool.length);
    }
    expect(lexicon.names.filter((name) => !/^[A-Z][a-z]{1,6}$/.test(name))).toEqual([]);
  });
});

describe('a sentence of the lexicon', () => {
  it('is unique, ignoring case', () => {
    const seen = new Map<string, string[]>();
    for (const { at, text } of spoken) {
      const key = text.toLowerCase();
      seen.set(key, [...(seen.get(key) ?? []), at]);
    }

    expect([...seen].filter(([, places]) => places.length > 1)).toEqual([]);
  });

  it('with a meaning has 15 to 80 characters with any slot values', () => {
    const outside = below('says').filter(({ text }) => barely(text).length < 15 || filled(text).length > 80);

    expect(where(outside)).toEqual([]);
  });

  it('does not disclose the writer by pronoun: no I, we, she or he', () => {
    const voiced = /\b(?:I|me|my|mine|we|us|our|ours|she|her|hers|he|him|his)\b/i;
    const neutral = [...below('says'), ...below('fillers', 'programFillers', 'titles')].filter(
      ({ at }) => !at.startsWith('says/third-person-voice/'),
    );

    expect(where(neutral.filter(({ text }) => voiced.test(text)))).toEqual([]);
    expect(voiced.test('Our guests may refuse any visit.')).toBe(true);
  });

  it('in the third person begins a text, so it names the person', () => {
    for (const sentence of lexicon.says['third-person-voice'] ?? []) expect(sentence).toContain('{name}');
  });

  it('has the same average length with and without a sign', () => {
    const meanOf = (ids: readonly string[]) => {
      const sentences = ids.flatMap((id) => lexicon.says[id] ?? []);
      return sentences.reduce((sum, sentence) => sum + filled(sentence).length, 0) / sentences.length;
    };

    expect(Math.abs(meanOf(SIGNS_IN_TEXT) - meanOf([...CUES, ...TRAPS]))).toBeLessThan(6);
  });
});

describe('a sentence without meaning', () => {
  const LENGTHS = Array.from({ length: 63 }, (_, n) => n + 8);

  it.each(Object.entries(lexicon.fillers))('exists for any length from 8 to 70 characters (%s)', (_family, fillers) => {
    const lengths = new Set(fillers.map(({ length }) => length));

    expect(fillers.length).toBeGreaterThanOrEqual(44);
    expect(LENGTHS.filter((room) => !lengths.has(room))).toEqual([]);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(72);
  });

  it('exists for nearly any length where a program writes', () => {
    const lengths = lexicon.programFillers.map(({ length }) => length);

    expect(LENGTHS.filter((room) => !lengths.some((length) => Math.abs(length - room) <= 3))).toEqual([]);
  });

  it('contains no word of a sign, a cue or a trap', () => {
    const telling =
      /\b(?:always|never|only|manager|driver|boss|office|reception|price|deposit|fee|passport|papers|visa|permit|contract|agency|housing|transport|experience|wages|debt|refus\w*|declin\w*|limits?|face|tattoo|cash|coins?|messenger|genuine|honest|serious|reliable|adults?|young|language)\b/i;
    const found = below('fillers', 'programFillers').filter(({ text }) => telling.test(text));

    expect(where(found)).toEqual([]);
  });
});

describe('the allowed vocabulary', () => {
  it('names no real place as an origin, a house or an employer (C06)', () => {
    const invented = [...lexicon.origins, ...lexicon.houses, ...lexicon.employers];
    const parts = invented.map((name) => name.replace(/^House /, '').split(' ')[0] ?? '');

    expect(parts.filter(isRealPlace)).toEqual([]);
    expect(invented.filter(isRealPlace)).toEqual([]);
    expect(isRealPlace('Vienna')).toBe(true);
  });

  it('has no label of a person (C19), no age of a young one and no word of youth (C13)', () => {
    const labels = /\b(?:victims?|pimps?|prostitut\w*|rescue\w*|traffick\w*|hookers?|whores?)\b/i;
    const youth =
      /\b(?:young\w*|youth\w*|girls?|boys?|teen\w*|child\w*|kids?|minors?|school\w*|student\w*|fresh faces?)\b/i;

    expect(where(generated.filter(({ text }) => labels.test(text)))).toEqual([]);
    expect(where(ALL.filter(({ at, text }) => !at.startsWith('why/') && labels.test(text)))).toEqual([]);
    // The category code of moderation is the one exception; its wording is never written.
    expect(where(generated.filter(({ text }) => youth.test(text.replace('category code school-context', ''))))).toEqual(
      [],
    );
  });

  it('is written in plain characters: letters, digits, simple marks (C15)', () => {
    const plain = /^[A-Za-z0-9 .,!?:;'(){}▒–-]+$/;

    expect(where(ALL.filter(({ text }) => !plain.test(text)))).toEqual([]);
    expect(where(generated.filter(({ text }) => text.includes('▒')))).toEqual([]);
  });

  it('has no address, no link and no word.word (C08, C09)', () => {
    expect(where(ALL.filter(({ text }) => /[A-Za-z0-9}][.@:/][A-Za-z0-9{]|www|https?/i.test(text)))).toEqual([]);
  });

  it('has no number that could be dialled, and no amount of money (C07, C11)', () => {
    const number = /\d[\d ()/-]{4,}\d|[€$£¥]|\b(?:USD|EUR|GBP)\b/;

    expect(where(ALL.filter(({ text }) => number.test(text)))).toEqual([]);
    expect(where(generated.filter(({ at, text }) => at.startsWith('says/') && /\d/.test(text)))).toEqual([]);
  });

  it('has no sentence that ends without a full stop', () => {
    const open = [...below('says', 'openings', 'fillers', 'notes', 'withheld')].filter(
      ({ text }) => !/[.!]$/.test(text),
    );

    expect(where(open)).toEqual([]);
  });
});
