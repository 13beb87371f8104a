import { type Source, VerificationSchema } from '#core/indicators/schemas.ts';
import type { Issue } from '#core/kernel/issue.ts';
import type { AnswerKey } from '#core/scoring/schemas.ts';
import { lineWith } from './as-written.ts';
import { fault } from './faults.ts';
import type { Placed } from './parse-with.ts';

type Path = readonly (string | number)[];
type Citations = AnswerKey['decisions'][string]['sources'];

/** Verification marks, strongest first. */
const MARKS = VerificationSchema.options;

/** Citations in a key that no list of sources contains, or that claim a stronger verification than their source has. */
export function checkCitations(key: Placed<AnswerKey>, sources: ReadonlyMap<string, Source>): Issue[] {
  const { decisions, order } = key.value;
  return [
    ...Object.entries(decisions).flatMap(([id, decision]) =>
      citationIssues(key, ['decisions', id, 'sources'], decision.sources, sources),
    ),
    ...(order ? citationIssues(key, ['order', 'sources'], order.sources, sources) : []),
  ];
}

/** Does the same for one list of citations in any file. */
export function citationIssues(
  placed: Placed<unknown>,
  path: Path,
  citations: Citations,
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
