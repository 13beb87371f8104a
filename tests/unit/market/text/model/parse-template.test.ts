import { describe, expect, it } from 'vitest';
import { factNames } from '#market/text/model/facts.ts';
import { createDictionary, parseTemplate, TemplateError } from '#market/text/model/parse-template.ts';
import { conjugate, PERSONS } from '#market/text/model/persons.ts';
import { readingsOf } from '../../../../support/market/text/readings.ts';

const FACTS = { pet: ['cat', 'dog', 'parrot', 'hamster'] };
const DICTIONARY = createDictionary(factNames(FACTS), {
  contractions: {
    'I am': ["I'm", 'im'],
    'she is': ["she's", 'shes'],
    'we are': ["we're", 'we are'],
    'do not': ["don't", 'dont'],
    'does not': ["doesn't", 'doesnt'],
    'is not': ["isn't", 'isnt'],
    'am not': ['am not', 'am not'],
    'was not': ["wasn't", 'wasnt'],
    'were not': ["weren't", 'werent'],
    'there is': ["there's", 'theres'],
  },
  short: { please: { classified: 'pls', chat: 'plz' }, minutes: { classified: 'min' } },
  slips: { kitchen: 'kichen', minutes: 'mintues' },
  openers: [],
  tails: [],
  labels: {},
});

const parse = (template: string) => parseTemplate(template, DICTIONARY);
const asAll = (template: string) => PERSONS.map((person) => readingsOf(parse(template), FACTS, { person })[0]);
const asI = (template: string, contraction: 0 | 1 | 2 = 0) =>
  readingsOf(parse(template), FACTS, { person: 'I', contraction });
const faultOf = (template: string): string => {
  try {
    parse(template);
  } catch (error) {
    if (error instanceof TemplateError) return error.message;
    throw error;
  }
  return expect.fail(`"${template}" has no fault`);
};

describe('a template', () => {
  it('has alternatives, one inside another, an empty one too', () => {
    expect(asI('tea[ and [cake|jam]|] at [noon|four]')).toEqual([
      'tea and cake at noon',
      'tea and cake at four',
      'tea and jam at noon',
      'tea and jam at four',
      'tea at noon',
      'tea at four',
    ]);
  });

  it('has facts, those of the market and those of lists', () => {
    expect(asI('{name} and a {pet}, tram {n1}')).toEqual(['{name} and a {pet}, tram {n1}']);
  });

  it('agrees with who is written of, pronouns and verbs', () => {
    expect(asAll('I ~am in and my tea is mine')).toEqual([
      'I am in and my tea is mine',
      'we are in and our tea is ours',
      'she is in and her tea is hers',
      'he is in and his tea is his',
      'they are in and their tea is theirs',
    ]);
    expect(asAll('I ~have keys, ask me, I often ~carry them myself')).toEqual([
      'I have keys, ask me, I often carry them myself',
      'we have keys, ask us, we often carry them ourselves',
      'she has keys, ask her, she often carries them herself',
      'he has keys, ask him, he often carries them himself',
      'they have keys, ask them, they often carry them themselves',
    ]);
    expect(asAll('I ~do not smoke and I ~was not out')).toEqual([
      'I do not smoke and I was not out',
      'we do not smoke and we were not out',
      'she does not smoke and she was not out',
      'he does not smoke and he was not out',
      'they do not smoke and they were not out',
    ]);
  });

  it('leaves as it is what stands in double angle brackets', () => {
    expect(asAll('the sign says <<I do not know my {name} [here]>>')).toEqual(
      PERSONS.map(() => 'the sign says I do not know my {name} [here]'),
    );
    expect(asI('<<do not>> ring', 1)).toEqual(['do not ring']);
  });

  it('contracts in two ways, with an apostrophe and without', () => {
    const three = (template: string) => ([0, 1, 2] as const).map((way) => asI(template, way)[0]);

    expect(three('I ~am here, do not wait')).toEqual([
      'I am here, do not wait',
      "I'm here, don't wait",
      'im here, dont wait',
    ]);
    expect(three('I ~do not smoke')).toEqual(['I do not smoke', "I don't smoke", 'I dont smoke']);
    expect(three('there is tea')).toEqual(['there is tea', "there's tea", 'theres tea']);
    expect(readingsOf(parse('I ~do not smoke'), FACTS, { person: 'she', contraction: 1 })).toEqual([
      "she doesn't smoke",
    ]);
    expect(readingsOf(parse('I ~was not out'), FACTS, { person: 'they', contraction: 2 })).toEqual(['they werent out']);
  });

  it('knows words that voices shorten or misspell, whole words only, and articles', () => {
    const pieces = parse('the kitchen, please, in minutes, pleased');

    expect(pieces.flatMap((piece) => (piece.kind === 'word' ? [piece.word] : []))).toEqual([
      { number: 0, plain: 'kitchen', classified: 'kitchen', chat: 'kitchen', slip: 'kichen' },
      { number: 2, plain: 'please', classified: 'pls', chat: 'plz', slip: 'please' },
      { number: 1, plain: 'minutes', classified: 'min', chat: 'min', slip: 'mintues' },
    ]);
    expect(pieces[0]).toEqual({ kind: 'article', text: 'the ' });
    expect(readingsOf(pieces, FACTS, { person: 'I', dropsArticles: true })).toEqual([
      'kitchen, please, in minutes, pleased',
    ]);
  });
});

describe('a template that cannot be parsed', () => {
  it.each([
    ['tea [and cake', /a "\[" is not closed/],
    ['tea [and|cake', /a "\[" is not closed/],
    ['tea] and cake', /"\]" closes nothing/],
    ['tea | cake', /"\|" closes nothing/],
    ['a {dragon} at home', /there is no fact \{dragon\}/],
    ['a {pet at home', /"\}" is missing/],
    ['the sign <<says no', /">>" is missing/],
    ['I like tea', /"I like" needs a "~" before its verb/],
    ['tea, because I know [it|them]', /"I know" needs a "~" before its verb/],
  ])('%s', (template, fault) => {
    expect(faultOf(template)).toMatch(fault);
    expect(faultOf(template).startsWith(`${template}: `)).toBe(true);
  });

  it('is not one whose verb needs no mark: past, or after may, must and others', () => {
    for (const template of ['I moved here', 'I may be late', 'may I ask', 'I never ~smoke', 'I kept it'])
      expect(asI(template)).toHaveLength(1);
  });
});

describe('a verb', () => {
  it.each([
    ['am', ['am', 'are', 'is', 'is', 'are']],
    ['was', ['was', 'were', 'was', 'was', 'were']],
    ['have', ['have', 'have', 'has', 'has', 'have']],
    ['do', ['do', 'do', 'does', 'does', 'do']],
    ['go', ['go', 'go', 'goes', 'goes', 'go']],
    ['carry', ['carry', 'carry', 'carries', 'carries', 'carry']],
    ['play', ['play', 'play', 'plays', 'plays', 'play']],
    ['watch', ['watch', 'watch', 'watches', 'watches', 'watch']],
    ['wish', ['wish', 'wish', 'wishes', 'wishes', 'wish']],
    ['miss', ['miss', 'miss', 'misses', 'misses', 'miss']],
  ])('%s', (verb, forms) => {
    expect(conjugate(verb)).toEqual(forms);
  });
});
