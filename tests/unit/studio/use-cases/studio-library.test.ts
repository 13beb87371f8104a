import { describe, expect, it } from 'vitest';
import { readYaml } from '#kernel/formats/yaml/read-yaml.ts';
import { LIBRARY_KINDS } from '#kinds/shipped/use-cases/library-kinds.ts';
import { stringsIn } from '#safety/content/model/strings-in.ts';
import { libraryFrom, libraryTexts } from '#studio/use-cases/studio-library.ts';
import { LIBRARY, PROJECT } from '../../../support/builders/the-library.ts';

const wordingsOf = (posts: typeof LIBRARY.posts) =>
  new Set(
    [...stringsIn(posts.source)].flatMap(({ path, text }) =>
      path.some((part) => part === 'practice' || part === 'assessment') && text.length > 24 ? [text] : [],
    ),
  );

describe('the library of the studio on a page', () => {
  const texts = libraryTexts(PROJECT);

  it('holds no wording of assessed markets, which an author with the files has', () => {
    const practice = wordingsOf(LIBRARY.posts);
    const assessed = [...wordingsOf(LIBRARY.assessmentPosts)].filter((wording) => !practice.has(wording));
    const found = (all: Readonly<Record<string, string>>) => {
      const held = new Set(
        Object.entries(all).flatMap(([path, text]) => {
          const read = path.endsWith('.yaml') ? readYaml(text, path) : undefined;
          return read?.ok ? [...stringsIn(read.value.value)].map((one) => one.text) : [];
        }),
      );
      return assessed.filter((wording) => held.has(wording));
    };

    expect(assessed.length).toBeGreaterThan(500);
    expect(found(texts)).toEqual([]);
    expect(found(libraryTexts(PROJECT, true)).length).toBeGreaterThan(assessed.length / 2);
  });

  it('draws the same practice markets, and tests in the wordings of practice', () => {
    const loaded = libraryFrom(texts, LIBRARY_KINDS);

    expect(loaded.ok && loaded.value.posts.source).toEqual(LIBRARY.posts.source);
    expect(loaded.ok && loaded.value.assessmentPosts.genres).toEqual(LIBRARY.posts.genres);
  });
});
