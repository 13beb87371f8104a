import type { Issue } from '#kernel/model/issue.ts';
import { matchesOf, toIssues } from './finding.ts';
import type { Passage } from './passage.ts';

/** URI schemes that start a call or a message. */
const CALL_SCHEMES = /(?<![\p{L}\p{N}])(?:tel|sms|smsto|mailto|callto):(?=[^\s`"'])/giu;

/** Forms of a link: a tag, a Markdown link, an address with a scheme. */
const LINKS = /<a(?=[\s>])|href ?=|\]\([^)\n]{1,200}\)/giu;

/** C08: no telephone, message or mail link anywhere, and no link at all in an ad, a case or a pasted text. */
export function checkLinks(passage: Passage): Issue[] {
  const calls = matchesOf(passage.text, CALL_SCHEMES).filter(({ at }) => !passage.isCode(at));
  const links = passage.kind === 'lesson' ? [] : matchesOf(passage.text, LINKS);
  return toIssues('C08', passage, [...calls, ...links]);
}
