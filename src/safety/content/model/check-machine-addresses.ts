import type { Issue } from '#kernel/model/issue.ts';
import { matchesOf, type TextFinding, toIssues } from './finding.ts';
import type { Passage } from './passage.ts';

const BYTE = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const IPV4 = new RegExp(`(?<![\\d.])${BYTE}(?:\\.${BYTE}){3}(?![\\d]|\\.\\d)`, 'g');
/** @see RFC 5737 */
const DOCUMENTED_IPV4 = /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\./;

/** Eight groups, or fewer with a double colon; a time of day has neither. */
const IPV6 =
  /(?<![\p{L}\p{N}:])(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?![\p{L}\p{N}:])|(?<![\p{L}\p{N}:])[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6}::(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?(?![\p{L}\p{N}:])/giu;
/** @see RFC 3849 */
const DOCUMENTED_IPV6 = /^2001:0?db8:/i;

const MAC = /(?<![\p{L}\p{N}:-])[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}(?![\p{L}\p{N}]|[:-][0-9a-f])/giu;
/** @see RFC 7042 */
const DOCUMENTED_MAC = /^00[:-]00[:-]5e[:-]00[:-]53/i;

/** C10: machine addresses are from the ranges reserved for documentation. */
export function checkMachineAddresses(passage: Passage): Issue[] {
  return toIssues('C10', passage, [
    ...outside(passage.text, IPV4, DOCUMENTED_IPV4),
    ...outside(passage.text, IPV6, DOCUMENTED_IPV6),
    ...outside(passage.text, MAC, DOCUMENTED_MAC),
  ]);
}

function outside(text: string, pattern: RegExp, documented: RegExp): TextFinding[] {
  return matchesOf(text, pattern).filter((found) => !documented.test(found.text));
}
