import { expect, it } from 'vitest';
import { KIND_BUILDS } from '#kinds/shipped/use-cases/builds.ts';
import words from '#words/case/exercise-lists.json' with { type: 'json' };

it('the list of each kind has a title, a short name and a sentence, and there are words for no other list', () => {
  const lists = new Set(KIND_BUILDS.entries().map(([, { list }]) => list));
  const wanted = [...lists].flatMap((list) => [list, `${list}.short`, `${list}.text`]);

  expect(Object.keys(words).sort()).toEqual(wanted.sort());
});
