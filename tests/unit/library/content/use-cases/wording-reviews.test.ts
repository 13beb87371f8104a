import { describe, expect, it } from 'vitest';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import { WORDING_SET_IDS, type WordingSet } from '#library/content/model/wording-places.ts';
import {
  checkWordingReviews,
  textHashOfWordings,
  wordingReviewFile,
} from '#library/content/use-cases/wording-reviews.ts';
import { loadGenres } from '#market/posts/use-cases/load-genres.ts';
import { projectWith, swap } from '../../../../support/builders/project-with.ts';
import { PROJECT } from '../../../../support/builders/the-library.ts';

type Edits = Parameters<typeof projectWith>[0];

function hashesOf(files: ProjectFiles): Readonly<Record<WordingSet, string>> {
  const genres = loadGenres(files);
  if (!genres.ok) throw new Error(genres.issues.map(({ code }) => code).join());
  const hashes = WORDING_SET_IDS.map((id) => [id, textHashOfWordings(genres.value, id)]);
  return Object.fromEntries(hashes) as Record<WordingSet, string>;
}
const SHIPPED = hashesOf(PROJECT);
const changed = (edits: Edits) => {
  const hashes = hashesOf(projectWith(edits));
  return WORDING_SET_IDS.filter((id) => hashes[id] !== SHIPPED[id]);
};

const genre = (name: string) => `content/genres/en/${name}.yaml`;

describe('the hash of the wordings of a family', () => {
  it.each<readonly [string, Edits, WordingSet[]]>([
    [
      'a line of practice',
      { [genre('solo')]: swap('still here, same name as ever', 'still here, same name') },
      ['services'],
    ],
    [
      'a line of assessment',
      { [genre('solo')]: swap('Not new here, {name} for', 'Not new, {name} for') },
      ['services'],
    ],
    [
      'a line that does not show the sign',
      { [genre('house')]: swap('New photos are coming', 'Photos are coming') },
      ['services'],
    ],
    ['a value of a field', { [genre('services')]: swap("'no outcalls'", "'no outcalls please'") }, ['services']],
    ['a comment', { [genre('agency')]: swap('Yes {fee}, you get it back', 'Yes {fee}, you have it back') }, ['jobs']],
    ['a note of chats', { [genre('notes')]: swap('you are my future', 'you are my future, dear') }, ['groups']],
    ['a note of services', { [genre('notes')]: swap('he reads it', 'he sees it') }, ['services']],
    ['which lines a genre borrows', { [genre('slip')]: swap('[farm, farms, harvest]', '[farm, boss]') }, ['jobs']],
  ])('changes with %s', (_, edits, sets) => {
    expect(changed(edits)).toEqual(sets);
  });

  it.each<readonly [string, Edits]>([
    ['a note of the authors', { [genre('solo')]: (text) => `# A note.\n${text}` }],
    ['line ends of Windows', { [genre('solo')]: (text) => text.replaceAll('\n', '\r\n') }],
    ['other quotes', { [genre('solo')]: swap('"{name}, here for years"', "'{name}, here for years'") }],
    ['a tag', { [genre('solo')]: swap('"[casual] still here, same', '"still here, same') }],
    ['the order', { [genre('services')]: swap("['no', 'never',", "['never', 'no',") }],
    ['a note that shows nothing', { [genre('notes')]: swap('yes today is ok', 'yes today it is ok') }],
    [
      'a whole ad',
      { 'content/genres/en/ads/slip-a.yaml': swap('restaurant near {near} looks', 'place near {near} looks') },
    ],
  ])('does not change with %s', (_, edits) => {
    expect(changed(edits)).toEqual([]);
  });
});

describe('the review of the wordings of a family', () => {
  const codesOf = (edits: Edits) => checkWordingReviews(projectWith(edits)).map(({ code }) => code);
  const signed = (textHash: string) => (text: string) =>
    text.replaceAll('not-reviewed }', `reviewed, by: Lantern, on: 2031-01-05, what: All, textHash: "${textHash}" }`);

  it.each(WORDING_SET_IDS)('%s is shipped as not reviewed, which needs no hash', (id) => {
    const shipped = PROJECT.read(wordingReviewFile(id)) ?? '';

    expect(shipped.match(/: \{ status: not-reviewed \}$/gm)).toHaveLength(3);
    expect(codesOf({ [genre('solo')]: 'nothing: here\n' })).toEqual([]);
  });

  it.each(WORDING_SET_IDS)('%s holds for the wordings that were signed, and no others', (id) => {
    expect(codesOf({ [wordingReviewFile(id)]: signed(SHIPPED[id]) })).toEqual([]);
    expect(codesOf({ [wordingReviewFile(id)]: signed('0'.repeat(64)) })).toEqual(Array(3).fill('review.text-changed'));
  });

  it('has to exist, to be a review, and to be of a family', () => {
    expect(codesOf({ [wordingReviewFile('jobs')]: undefined })).toEqual(['file.missing']);
    expect(codesOf({ [wordingReviewFile('jobs')]: 'schema: review/1\n' })).toContain('schema.missing');
    expect(codesOf({ [wordingReviewFile('social')]: PROJECT.read(wordingReviewFile('jobs')) })).toEqual([
      'review.of-nothing',
    ]);
  });
});
