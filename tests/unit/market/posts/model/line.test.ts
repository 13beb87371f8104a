import { describe, expect, it } from 'vitest';
import { LineError, parseLine } from '#market/posts/model/line.ts';

describe('a line of a genre', () => {
  it('is cut at its facts, without its tags', () => {
    const line = parseLine('[casual] [not n-short-stay, rest-gaps] hi its {name}, {town}');
    expect(line).toMatchObject({
      written: 'hi its {name}, {town}',
      pieces: ['hi its ', ', ', ''],
      facts: ['name', 'town'],
      register: 'casual',
      not: ['n-short-stay', 'rest-gaps'],
      others: false,
      short: false,
      again: false,
    });
  });

  it.each([
    ['I speak {langs}', 'I'],
    ["What is not on my list I don't do", 'I'],
    ["i'm new in {town}", 'I'],
    ['We need {people} {job}', 'we'],
    ['Our driver picks you up', 'we'],
    ['{town}, near the island', 'nobody'],
    ['Mine or yours', 'I'],
    ['Iris is here, at the inn', 'nobody'],
  ])('knows in whose words "%s" is', (text, speaker) => {
    expect(parseLine(text).speaker).toBe(speaker);
  });

  it.each(['[loud] hello', '{name', 'name}', 'a {} b'])('refuses "%s"', (text) => {
    expect(() => parseLine(text)).toThrow(LineError);
  });

  it('takes brackets within a line for text', () => {
    expect(parseLine('Room 2 [first floor]').written).toBe('Room 2 [first floor]');
  });
});
