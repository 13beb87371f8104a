import { describe, expect, it } from 'vitest';
import { loadGenres } from '#market/posts/use-cases/load-genres.ts';
import { PROJECT } from '../../../../support/builders/the-library.ts';

describe('a fault in the files of genres', () => {
  it.each([
    ['a genre that borrows from none', 'slip.yaml', 'of: farm', 'of: barn'],
    ['a share of a genre that has no file', 'shares.yaml', 'solo: 38', 'slol: 38'],
    ['a fact that nobody fills in', 'ads/bare-a.yaml', '{town}', '{twon}'],
    ['a worded indicator that the catalogue does not have', 'solo.yaml', 'confined-location:', 'confined-locatoin:'],
    ['an excluded indicator that it does not have', 'tour.yaml', 'never: [always-available', 'never: [always-availble'],
    ['an indicator of texts about others', 'services.yaml', 'about-others: [third', 'about-others: [thrid'],
    ['a brace that stands alone', 'ads/bare-a.yaml', '{town}', '{town'],
  ])('is found where it is read, with its file: %s', (_, name, before, after) => {
    const path = `content/genres/en/${name}`;
    const read = loadGenres({
      ...PROJECT,
      read: (file) => (file === path ? PROJECT.read(file)?.replace(before, after) : PROJECT.read(file)),
    });

    expect(read.ok ? [] : read.issues.map(({ code, position }) => [code, position?.file])).toEqual([
      ['library.bad-line', path],
    ]);
  });
});
