import { describe, expect, it } from 'vitest';
import { decorate } from '#market/posts/model/decorate.ts';
import { HANDS } from '#market/posts/model/typing.ts';

const TEXT = {
  title: 'Mira, Ostrel',
  lines: [{ text: 'hour 150.' }, { text: 'call +999 500 004 417' }, { text: 'Mon-Fri 11-20' }],
};
/** Decorates for certain, in the way of this number. */
const way = (number: number) => (n: number) => (n === 1 ? number : 0);
const WAYS = Array.from({ length: 11 }, (_, n) => decorate(TEXT, 'casual', way(n)));

describe('decorations', () => {
  it('change every text, and no two ways change it alike', () => {
    const texts = WAYS.map((text) => JSON.stringify(text));
    expect(new Set([...texts, JSON.stringify(TEXT)]).size).toBe(12);
  });

  it('keep all words, figures and the number of lines', () => {
    const letters = ({ title, lines }: ReturnType<typeof decorate>) =>
      [title, ...lines.map(({ text }) => text)]
        .join('\n')
        .toLowerCase()
        .replaceAll(/[^\p{L}\d\n]/gu, '');
    for (const text of WAYS) expect(letters(text)).toBe(letters(TEXT));
  });

  it('use no sign that the rules of content forbid', () => {
    for (const { title, lines } of WAYS)
      expect([title, ...lines.map(({ text }) => text)].join('')).toMatch(/^[a-z0-9 .,:!+)★☎⏰-]+$/iu);
  });

  it('are rare where people write formally', () => {
    const share = (hand: (typeof HANDS)[number]) =>
      Array.from({ length: 100 }, (_, n) => decorate(TEXT, hand, (use) => (use === 0 ? n : 1))).filter(
        ({ title }) => title !== TEXT.title,
      ).length;
    expect(share('formal')).toBeLessThan(10);
    for (const hand of HANDS.filter((one) => one !== 'formal')) expect(share(hand)).toBeGreaterThan(10);
  });
});
