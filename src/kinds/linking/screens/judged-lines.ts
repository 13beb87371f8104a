import type { Finding } from '#case/exercise/model/exercise-kind.ts';
import type { LinkingResponse } from '#kinds/linking/model/play.ts';
import type { DrawnLine } from './network-props.ts';

/** What was found of one link: the two ads, the trace, and the finding about it. */
export interface JudgedLink {
  readonly a: string;
  readonly b: string;
  readonly kind: string;
  readonly finding: Finding;
}

/** The findings about links, with the ads and the trace that they are about. */
export function judgedLinks(findings: readonly Finding[]): JudgedLink[] {
  return findings.flatMap((finding) => {
    const { ad, locator } = finding.at;
    const b = locator?.startsWith('ad:') ? locator.slice('ad:'.length) : undefined;
    if (!finding.reason.startsWith('link.') || ad === undefined || b === undefined) return [];
    return [{ a: ad, b, kind: finding.indicator ?? '', finding }];
  });
}

/**
 * The lines of a board with their verdicts, one for each pair of ads. A pair with a wrong reason beside a right one is drawn
 * as right: its ads do belong together, and the table says the rest.
 */
export function judgedLines(
  { edges }: LinkingResponse,
  links: readonly JudgedLink[],
  wordOf: (finding: Finding) => string,
): DrawnLine[] {
  const lines = new Map<string, DrawnLine>();
  for (const { a, b, kind } of edges) {
    const link = links.find((one) => one.a === a && one.b === b && one.kind === kind);
    const before = lines.get(`${a} ${b}`);
    const isRight = link?.finding.kind === 'hit' || before?.look === 'hit';
    const look = isRight ? 'hit' : link ? 'false' : 'yours';
    const word = isRight || !link ? undefined : wordOf(link.finding);
    lines.set(`${a} ${b}`, { a, b, kinds: [...(before?.kinds ?? []), kind], look, word });
  }
  return [...lines.values()];
}
