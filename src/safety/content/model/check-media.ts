import type { Issue } from '#kernel/model/issue.ts';
import { matchesOf, structureIssue, toIssues } from './finding.ts';
import { type LintedAds, textsOfAds } from './linted-market.ts';
import type { Passage } from './passage.ts';

/**
 * A picture is a numbered tile, optionally with a mark that others may share; a room is a code and words for a scene.
 */
const MEDIA = new Map([
  ['picture', /^pid-\d{1,9}(?:, [\p{L} ]{1,40} M-\d{1,9})?$/u],
  ['room', /^R-\d{1,9}: [\p{L}\d ,]{1,120}$/u],
]);

/** C04 in ads: media are numbers of abstract tiles and neutral codes of scenes. */
export function checkMediaFields(linted: LintedAds): Issue[] {
  const issues: Issue[] = [];
  for (const { passage, role, key } of textsOfAds(linted)) {
    const allowed = role === 'field' ? MEDIA.get(key) : undefined;
    if (allowed && !allowed.test(passage.text)) issues.push(structureIssue('C04', passage.path, passage.text));
  }
  return issues;
}

/** Ways to embed a picture in a text, and file names of pictures. */
const PICTURES =
  /<\/?(?:img|image|picture|video|source|object|embed|iframe)(?![a-z])|data:(?:image|video)\/|!\[[^\]\n]{0,200}\](?=[([])|\.(?:png|jpe?g|gif|webp|avif|heic|heif|bmp|tiff?|mp4|mov)(?![\p{L}\p{N}])/giu;

/** Traces of a picture pasted as text: an object placeholder, or bytes that do not occur in text. */
const PASTED_BYTES = /[\ufffc\ufffd]|\p{Cc}(?<![\t\n\r])/u;

/** C04: no picture in a text, neither embedded nor named. */
export function checkPictures(passage: Passage): Issue[] {
  const found = matchesOf(passage.text, PICTURES).filter(({ at }) => !passage.isCode(at));
  const bytes = passage.kind === 'pasted' ? PASTED_BYTES.exec(passage.text) : null;
  return toIssues('C04', passage, bytes ? [...found, { at: bytes.index, text: 'bytes of a file' }] : found);
}
