import { describe, expect, it } from 'vitest';
import { ratedStates } from '#case/language/model/compiled-scenario.ts';
import { loadProject } from '#library/project/use-cases/load-project.ts';
import { KINDS } from '../support/builders/kinds.ts';
import { PROJECT } from '../support/builders/the-library.ts';

const loaded = loadProject(PROJECT, KINDS);
if (!loaded.ok) throw new Error('The shipped files do not load.');
const CASES = loaded.value.cases.flatMap((one) => (one.scenario.roles ? [[one.source.id, one] as const] : []));

it('there are cases with roles', () => {
  expect(CASES.length).toBeGreaterThan(2);
});

describe.each(CASES)('%s', (_, { scenario, workshop }) => {
  const chairs = workshop?.chairs ?? {};
  const rated = ratedStates(scenario).flatMap(([id, { type }]) => (type === 'decision' ? [id] : []));

  it('says of each rated decision to which chair it speaks first', () => {
    expect(Object.keys(chairs).toSorted()).toEqual(rated.toSorted());
  });

  it('lets every chair speak first at least once', () => {
    expect(new Set(Object.values(chairs))).toEqual(new Set(scenario.roles));
  });
});
