import { describe, expect, it } from 'vitest';
import { joinLines } from '#market/posts/model/join-lines.ts';

const plain = { hand: 'casual', lower: true, end: '' } as const;
const line = (text: string, place: number, shows?: string) => ({ text, place, shows, like: undefined });
/** Joins wherever it may, the second line to the first and the fourth to the third, with the mark of this number. */
const always = (mark: number) => (n: number) => (n === 1 ? mark : n === 2 ? 1 : 0);

describe('joined lines', () => {
  it('put two short facts into one line, and no third', () => {
    const lines = [line('hour 150', 0), line('half 90', 1), line('no parking', 2)];
    expect(joinLines(lines, plain, always(0)).map(({ text }) => text)).toEqual(['hour 150 / half 90', 'no parking']);
  });

  it('keep two lines apart that show something, and keep what one shows', () => {
    const lines = [
      line('no hotels', 0, 'confined-location'),
      line('cash', 1, 'n-cash-or-crypto'),
      line('text me', 2),
      line('not late', 3, 'rest-gaps'),
    ];
    const joined = joinLines(lines, plain, always(0));
    expect(joined.map(({ shows }) => shows)).toEqual(['confined-location', 'n-cash-or-crypto', 'rest-gaps']);
    expect(joined[2]?.text).toBe('text me / not late');
  });

  it('set no mark after a mark, and no comma before a capital', () => {
    const lines = [line('Hello.', 0), line('Mira', 1), line('hour 150', 2), line('Call me', 3)];
    expect(joinLines(lines, plain, always(1)).map(({ text }) => text)).toEqual(['Hello. Mira', 'hour 150. Call me']);
  });

  it('make no longer number of two figures that meet', () => {
    const lines = [line('Mon-Fri 11-20', 0), line('240', 1)];
    expect(joinLines(lines, plain, always(3)).map(({ text }) => text)).toEqual(['Mon-Fri 11-20, 240']);
  });

  it('join no other lines after one of them was dropped', () => {
    const lines = [line('hour 150', 0), line('no parking', 2), line('text me', 3)];
    expect(joinLines(lines, plain, always(0)).map(({ text }) => text)).toEqual(['hour 150', 'no parking / text me']);
  });

  it('leave long lines as they are, and all lines of whoever does not join', () => {
    const long = 'the flat is on the second floor behind the depot, there is no lift';
    expect(joinLines([line(long, 0), line('hour 150', 1)], plain, always(0))).toHaveLength(2);
    expect(joinLines([line('hour 150', 0), line('half 90', 1)], plain, () => 99)).toHaveLength(2);
  });
});
