import { firstIssues } from '#kernel/model/first-issues.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { type HashAlgorithm, HEX_DIGITS } from '#kernel/model/running-hash.ts';

/** Path and digest of each file that a manifest lists. */
export type Manifest = ReadonlyMap<string, string>;

/** Names of the manifests of one algorithm (RFC 8493, 2.1.3 and 2.2.1). */
export const manifestNames = (algorithm: HashAlgorithm) => ({
  payload: `manifest-${algorithm}.txt`,
  tags: `tagmanifest-${algorithm}.txt`,
});

/**
 * Parses a payload or tag manifest (RFC 8493, 2.1.3), and reports every invalid line. Digests are compared in lower
 * case; a line that is spelled differently from ours is accepted and reported, because a changed byte may look so.
 */
export function readManifest(
  file: string,
  text: string,
  algorithm: HashAlgorithm,
): { readonly manifest: Manifest; readonly issues: readonly Issue[] } {
  const manifest = new Map<string, string>();
  return { manifest, issues: firstIssues(readLines(file, text, algorithm, manifest), 'locker.more') };
}

/** Fills the manifest line by line and reports each line that is invalid, or spelled differently. */
function* readLines(
  file: string,
  text: string,
  algorithm: HashAlgorithm,
  manifest: Map<string, string>,
): Generator<Issue> {
  const digits = HEX_DIGITS[algorithm];
  const listed = new RegExp(`^([0-9a-f]{${digits}}) {2}(.+)$`, 'i');
  const at = (code: string, severity: Issue['severity'], line: number, params: Issue['params'] = {}): Issue => ({
    code,
    severity,
    path: [file, line],
    params: { name: file, ...params },
    position: { file, line, column: 1 },
  });
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  else yield at('locker.manifest-end', 'warning', lines.length);
  for (const [index, line] of lines.entries()) {
    const [, digest = '', written = ''] = listed.exec(line.replace(/ \*/, '  ')) ?? [];
    const path = written.replaceAll(/%(0D|0A|25)/gi, (sign) => decodeURIComponent(sign));
    if (digest === '') {
      if (line !== '') yield at('locker.manifest-line', 'error', index + 1, { digits });
    } else if (manifest.has(path)) yield at('locker.manifest-twice', 'error', index + 1, { named: path });
    else {
      if (digest !== digest.toLowerCase() || !line.startsWith(`${digest}  `))
        yield at('locker.manifest-spelling', 'warning', index + 1, { named: path });
      manifest.set(path, digest.toLowerCase());
    }
  }
}

/** The values of a label in bag-info.txt, in order. Lines that begin with white space continue the previous one. */
export function bagInfoValues(text: string, label: string): string[] {
  const lines = text.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const head = `${label.toLowerCase()}:`;
  return lines.filter((line) => line.toLowerCase().startsWith(head)).map((line) => line.slice(head.length).trim());
}
