import type { PublicPart } from '#case/parts/use-cases/case-parts.ts';

/** Texts of a value of any shape that are long enough to be found in a file by themselves. Ids have no space. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length >= 16 && value.includes(' ') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/**
 * Every text of scenes and briefs of those stages, as JSON and HTML write its longest piece without signs that they
 * write in another way.
 */
export function textsOfStages({ scenario, scenes }: PublicPart, stages: readonly string[]): string[] {
  const states = Object.entries(scenario.states).filter(([, { stage }]) => stages.includes(stage));
  const all = states.flatMap(([id, state]) => [...textsIn(scenes[id]), ...textsIn('brief' in state && state.brief)]);
  const pieces = all.map((text) => text.split(/["'&<>\n]/).toSorted((a, b) => b.length - a.length)[0] ?? '');
  return [...new Set(pieces.filter((piece) => piece.length >= 16))];
}
