import { lineWith } from '#kernel/formats/authored/as-written.ts';
import { fault } from '#kernel/formats/authored/faults.ts';
import type { Placed } from '#kernel/formats/authored/parse-with.ts';
import type { Citation } from '#kernel/model/citation.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { type Source, VerificationSchema } from '#market/signs/model/schemas.ts';

type Path = readonly (string | number)[];

/** A list of citations, and its place in its file. */
interface Cited {
  readonly path: Path;
  readonly cites: readonly Citation[];
}

/** Verification marks, strongest first. */
const MARKS = VerificationSchema.options;

/** Citations in a file that no list of sources contains, or that claim a stronger verification than their source has. */
export function checkCitations(
  placed: Placed<unknown>,
  cited: readonly Cited[],
  sources: ReadonlyMap<string, Source>,
): Issue[] {
  return cited.flatMap(({ path, cites }) => citationIssues(placed, path, cites, sources));
}

/** Does the same for one list of citations. */
export function citationIssues(
  placed: Placed<unknown>,
  path: Path,
  citations: readonly Citation[],
  sources: ReadonlyMap<string, Pick<Source, 'mark'>>,
): Issue[] {
  return citations.flatMap(({ code, mark }, n) => {
    const source = sources.get(code);
    if (!source) return [fault('library.unknown-source', placed, [...path, n, 'code'], { source: code })];
    if (MARKS.indexOf(mark) >= MARKS.indexOf(source.mark)) return [];
    const at = [...path, n, 'mark'];
    const issue = fault('library.mark-above-source', placed, at, { source: code, mark, own: source.mark });
    const mended = lineWith(placed.lines, issue.position, 'mark', source.mark);
    return [{ ...issue, ...(mended && { mended }) }];
  });
}
