import { expect, it } from 'vitest';
import { INJECTS, injectsOf, roundOfInject } from '#kinds/policy/model/injects.ts';
import { type MeasureId, ROUNDS } from '#kinds/policy/model/measures.ts';

it.each<readonly [string, readonly MeasureId[], readonly string[]]>([
  ['a block', ['C2'], ['P1 C', 'P2 C', 'P3 C', 'P6 D', 'P7 C']],
  ['a check of all advertisers', ['B3'], ['P1 B', 'P5 C']],
  ['a check and a block', ['B3', 'C2'], ['P1 C', 'P2 C', 'P3 C', 'P5 C', 'P6 D', 'P7 C']],
  ['closing', ['C3'], ['P3 C', 'P6 D']],
  ['light measures', ['A3', 'B4', 'C1', 'D1'], ['P4 B', 'P5 C', 'P6 D']],
])('what comes from outside after %s, and in which round', (_, plan, expected) => {
  const decided = ROUNDS.filter((round) => plan.some((measure) => measure.startsWith(round)));

  expect(injectsOf(plan, decided).map((inject) => `${inject} ${roundOfInject(inject, plan)}`)).toEqual(expected);
  expect(injectsOf([], [])).toEqual([]);
  expect(injectsOf(['B3', 'C2', 'C3'], ROUNDS)).toEqual(INJECTS);
});
