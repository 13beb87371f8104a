import { describe, expect, it } from 'vitest';
import { loadProject } from '#app/library/load-project.ts';
import { exercisePatterns } from '#app/studio/exercise-patterns.ts';
import { PROJECT } from '../../../support/builders/the-library.ts';

const loaded = loadProject(PROJECT);
const cases = loaded.ok ? loaded.value.cases : [];

describe('the exercises that an author can choose', () => {
  it('take some time, and no longer than the whole case that they are from', () => {
    const timed = cases.flatMap((one) =>
      exercisePatterns(one, one.answers?.key).map(({ id, minutes }) => ({ id, minutes, whole: one.minutes })),
    );

    expect(timed.length).toBeGreaterThan(20);
    for (const { id, minutes, whole } of timed) {
      expect(minutes.from, id).toBeGreaterThanOrEqual(5);
      expect(minutes.to, id).toBeGreaterThanOrEqual(minutes.from);
      expect(minutes.to, id).toBeLessThanOrEqual(whole.to);
    }
  });
});
