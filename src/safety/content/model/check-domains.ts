import type { Issue } from '#kernel/model/issue.ts';
import { type TextFinding, toIssues } from './finding.ts';
import type { Passage } from './passage.ts';
import { isReservedHost } from './reserved-hosts.ts';

/**
 * Top-level domains by which a host is recognised in running text. Those that are file extensions or whole words are
 * left out.
 */
const TOP_LEVEL_DOMAINS =
  'com|org|net|info|biz|io|co|app|dev|xyz|online|site|shop|club|live|chat|link|page|eu|int|gov|edu|mil|uk|de|fr|nl|ch|ru|su|ua|by|pl|cz|es|pt|it|gr|se|dk|fi|ie|us|ca|au|nz|br|mx|ar|cn|jp|kr|tr|il|ro|bg|hu|si|sk|hr|lt|lv|ee|kz|ge|am|az|al|mk|ba|рф|бел|укр';

const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62})';
const HOST = `${LABEL}(?:\\.${LABEL}){0,20}`;

/** Hosts after a scheme, with www in front, after an @, or with a known top-level domain. */
const WITH_SCHEME = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:https?|ftp|wss?|ipfs):\\/\\/(${HOST})|(?<![\\p{L}\\p{N}.])(www\\.${HOST})`,
  'giu',
);
const MAIL = new RegExp(`(?<=[\\p{L}\\p{N}._+-])@(${HOST}\\.${LABEL})`, 'gu');
const BARE = new RegExp(
  `(?<![\\p{L}\\p{N}@./-])(${LABEL}(?:\\.${LABEL}){0,20}\\.(?:${TOP_LEVEL_DOMAINS}))(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])`,
  'giu',
);

/** In generated text a full stop inside a word is only allowed in a reserved host. */
const DOTTED = new RegExp(`(?<![\\p{L}\\p{N}@./-])(${LABEL}(?:\\.${LABEL}){0,20}\\.\\p{L}[\\p{L}\\p{N}-]{0,62})`, 'gu');

/**
 * C09: hosts and mail addresses end in .example, .test or .invalid. A lesson may give the address of a source that it
 * cites.
 */
export function checkDomains(passage: Passage): Issue[] {
  const { text, kind } = passage;
  const patterns = [WITH_SCHEME, MAIL, kind === 'generated' ? DOTTED : BARE];
  const found: TextFinding[] = [];
  const taken = new Set<number>();
  for (const pattern of patterns) {
    if (text.search(pattern) < 0) continue;
    for (const match of text.matchAll(pattern)) {
      const host = (match[1] ?? match[2] ?? '').toLowerCase();
      const at = match.index + match[0].toLowerCase().lastIndexOf(host);
      if (taken.has(at) || isReservedHost(host) || isSource(passage, host, at) || passage.isCode(at)) continue;
      taken.add(at);
      found.push({ at, text: match[0] });
    }
  }
  return toIssues(
    'C09',
    passage,
    found.sort((a, b) => a.at - b.at),
  );
}

function isSource(passage: Passage, host: string, at: number): boolean {
  return passage.kind === 'lesson' && passage.isCited(at) && passage.sourceHosts.has(host);
}

/** All hosts in a text, in lower case: `sourceHosts` of a list of sources is built from them. */
export function hostsIn(text: string): ReadonlySet<string> {
  return new Set(
    [WITH_SCHEME, BARE].flatMap((pattern) =>
      Array.from(text.matchAll(pattern), (match) => (match[1] ?? match[2] ?? '').toLowerCase()),
    ),
  );
}
