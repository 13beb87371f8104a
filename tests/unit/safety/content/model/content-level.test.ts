import { describe, expect, it } from 'vitest';
import { highestLevel, levelAt, levelOfPage } from '#safety/content/model/declared-level.ts';
import { lintText } from '#safety/content/model/lint-text.ts';

const below = (text: string, level: number | undefined, kind: 'scenario' | 'lesson' = 'scenario') =>
  lintText(text, { kind, level }).filter(({ code }) => code === 'safety.C21');

/** What is told, by the level that it needs. */
const TOLD: Readonly<Record<1 | 2 | 3, readonly string[]>> = {
  1: [
    'People are exploited there.',
    'It is trafficking.',
    'Forced labour in a kitchen.',
    'a kind of slavery',
    'debt bondage',
  ],
  2: [
    'He threatens the person.',
    'A threat came by phone.',
    'They took her passport.',
    'He keeps their papers.',
    'She is not allowed to leave.',
    'They may not go out.',
    'He beats her.',
    'She was beaten.',
    'locked in at night',
    'He forced them to stay.',
    'There was violence.',
    'They blackmail people.',
    'against her will',
    'He took their phone away.',
    'a t\u200bhreat',
  ],
  3: [
    'The ad is of a child.',
    'A minor may be there.',
    'It concerns children.',
    'an under-age person'.replace('under-age', 'below 18'),
    'younger than eighteen',
    'not yet eighteen',
  ],
};

const CASES = Object.entries(TOLD).flatMap(([needs, texts]) => texts.map((text) => [Number(needs), text] as const));

describe('a text', () => {
  it.each(CASES)('that needs level %i is refused below it, and at it is not: %s', (needs, text) => {
    for (const level of [0, 1, 2, 3]) expect([level, below(text, level).length > 0]).toEqual([level, level < needs]);
  });

  it('gets both the needed and the declared level reported', () => {
    expect(below('He threatens the person.', 1)[0]?.params).toEqual({ text: 'threatens', declared: 1, needs: 2 });
  });

  it.each([
    'An ad that may concern a minor is closed.',
    'Ad withheld, possible minor.',
    'Tell child protection and the specialised police.',
    'A minor difference, and child abuse material is never downloaded.',
    'A message can be read by whoever holds the phone.',
    'The page may not leave the file. He hits the road. You cannot refuse it.',
    'The person kept the papers of the house tidy, and a task force met.',
  ])('of level 1 may say: %s', (text) => {
    expect(below(text, 1)).toEqual([]);
  });

  it('without a declared level is not checked', () => {
    expect(below('He threatens a child.', undefined)).toEqual([]);
  });

  it('of a lesson may quote, and give the terms of a law beside their source', () => {
    expect(below('The law says “threat”.', 1, 'lesson')).toEqual([]);
    expect(below('For a child no means is needed. <Cite code="PAL" mark="V" />', 1, 'lesson')).toEqual([]);
    expect(below('For a child no means is needed.', 1, 'lesson')).toHaveLength(1);
    expect(below('The law says “threat”.', 1)).toHaveLength(1);
  });
});

describe('the declared level', () => {
  const document = {
    contentLevel: 1,
    title: 'x',
    states: {
      a: { text: 'x' },
      b: { contentLevel: 3, options: [{ text: 'x' }], states: { c: { contentLevel: 2, text: 'x' } } },
    },
  };

  it('is that of the scene where it declares one, else that of the case', () => {
    const at = (...path: (string | number)[]) => levelAt(document, path);

    expect([at('title'), at('states', 'a', 'text'), at('states', 'b', 'options', 0, 'text')]).toEqual([1, 1, 3]);
    expect(at('states', 'b', 'states', 'c', 'text')).toBe(2);
    expect(levelAt({ title: 'x' }, ['title'])).toBeUndefined();
  });

  it('of a key is the highest of its case', () => {
    expect(highestLevel(document)).toBe(3);
    expect(highestLevel({ title: 'x' })).toBeUndefined();
  });

  it('of a page is in its front matter only', () => {
    expect(levelOfPage('---\nid: a\ncontentLevel: 2\n---\nText')).toBe(2);
    expect(levelOfPage('---\r\ncontentLevel: 1\r\n---\r\nText')).toBe(1);
    expect(levelOfPage('---\nid: a\n---\ncontentLevel: 2')).toBeUndefined();
  });
});
