import { describe, expect, it } from 'vitest';
import { canSay } from '#market/posts/model/choose-genre.ts';
import type { Genre } from '#market/posts/model/genre.ts';
import { genresOf, HALVES, PERSONA, postWriter } from '../../../../support/market/posts/genres.ts';

const COMPILED = HALVES.flatMap((half) => genresOf(half).map((genre) => [`${genre.id}, ${half}`, genre] as const));
const MANY = 300;

/** Sets of indicators that a genre can say together: for each number another one. */
function saysOf(genre: Genre, number: number): string[] {
  const all = [...genre.slotsOf.keys()];
  const picked = all.filter((_, n) => (Math.imul(number + 1, 0x9e3779b1 ^ (n * 0x85ebca6b)) >>> 8) % 100 < 9);
  return canSay(genre, picked, []) ? picked : picked.slice(0, 1);
}

function posts(genre: Genre) {
  const write = postWriter(`posts of ${genre.id}`);
  return Array.from({ length: MANY }, (_, n) => {
    const says = saysOf(genre, n);
    const [post, again] = write(genre, n, [{ says }, { says, nth: 3 }]);
    if (!post || !again) throw new Error('no post');
    return { n, says, post, again };
  });
}

describe.each(COMPILED)('posts of the genre %s', (_, genre) => {
  const written = posts(genre);

  it('say each thing once, in a line of its own', () => {
    for (const { n, says, post } of written) {
      const shown = post.lines.flatMap(({ shows }) => shows ?? []);
      expect(shown.toSorted(), `post ${n}`).toEqual(says.toSorted());
    }
  });

  it('have no line twice, no empty line and no brace left', () => {
    for (const { n, post } of written) {
      const texts = post.lines.map(({ text }) => text.toLowerCase());
      expect(new Set(texts).size, `post ${n}: ${texts.join(' | ')}`).toBe(texts.length);
      expect([post.title, ...texts].join('\n'), `post ${n}`).not.toMatch(/[{}]|undefined|NaN|\[/);
      expect(Math.min(...texts.map((text) => text.trim().length))).toBeGreaterThan(0);
    }
  });

  it('are about as long where they show one thing as where they show nothing', () => {
    const mean = (lengths: number[]) => lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, lengths.length);
    const write = postWriter(`posts of ${genre.id}`);
    const plain = Array.from({ length: MANY }, (_ignored, n) => write(genre, n)[0]?.lines.length ?? 0);
    const showing = written.flatMap(({ says, post }) => (says.length === 1 ? [post.lines.length] : []));
    if (genre.slotsOf.size === 0) return;
    expect(mean(showing) - mean(plain)).toBeGreaterThan(-0.5);
    // Into a slip of one line, or a list of shifts, a sign cannot be put without a second one.
    expect(mean(showing) - mean(plain)).toBeLessThan(1);
  });

  it('are no copies of each other, as long as there are other variants', () => {
    const texts = written.map(({ post }) => post.lines.map(({ text }) => masked(text)).join(' / '));
    // Where a genre has fewer variants than there are posts, all of them are used.
    const variants = genre.ads.reduce((sum, ad) => sum + ad.variants.length, 0);
    expect(new Set(texts).size / Math.min(texts.length, variants)).toBeGreaterThan(0.9);
  });

  it('keep the words of the first post when they are posted again', () => {
    for (const { n, post, again } of written) {
      const before = new Set(post.lines.map(({ text }) => masked(text)));
      const kept = again.lines.filter(({ text }) => before.has(masked(text)));
      expect(kept.length / again.lines.length, `post ${n}`).toBeGreaterThanOrEqual(0.4);
    }
  });
});

/** Figures differ between an ad and its re-post; the words do not. */
const masked = (text: string) => text.replaceAll(/\d+/g, '0').toLowerCase();

describe('re-posts', () => {
  const genre = genresOf('practice').find(({ id }) => id === 'solo');
  if (!genre) throw new Error('no genre of one person');

  it('are edited in a third of the cases', () => {
    const write = postWriter('edits');
    const edits = Array.from({ length: 2000 }, (_, n) => write(genre, n, [{ nth: 1 }])[0]?.edit);
    const share = edits.filter((edit) => edit !== 'none').length / edits.length;
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.38);
  });

  it('move a price within the bounds that keep what it shows, and the text names no other price', () => {
    const write = postWriter('prices');
    for (let n = 0; n < 500; n++) {
      const [post] = write(genre, n, [{ nth: 6, amounts: [145, 155] }]);
      expect(post?.amount).toBeGreaterThanOrEqual(145);
      expect(post?.amount).toBeLessThanOrEqual(155);
      const figures =
        post?.lines.flatMap(({ text }) => text.match(/(?<![\d-])1[3-7]\d(?!\d)/g) ?? []).map(Number) ?? [];
      for (const figure of figures) expect(figure).toBe(post?.amount);
    }
  });

  it('keep the name of another person where a copy left it', () => {
    const write = postWriter('copies');
    const leftOver = { ...PERSONA, number: 9, name: 'Kora' };
    for (let n = 0; n < 60; n++) {
      const [post] = write(genre, n, [{ leftOver }]);
      const left = post?.lines.filter(({ shows }) => shows === 'persona-inconsistency') ?? [];
      expect(left).toHaveLength(1);
      expect(left[0]?.text.toLowerCase()).toContain('kora');
      expect(post?.title.toLowerCase()).not.toContain('kora');
    }
  });
});
