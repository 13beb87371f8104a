import { expect, it } from 'vitest';
import { KIND_ABOUT_WORDS } from '#kinds/shipped/screens/about-registry.ts';
import { KIND_BUILDS } from '#kinds/shipped/use-cases/builds.ts';
import shared from '#words/case/exercise-lists.json' with { type: 'json' };

it('the list of each kind has a title, a short name and a sentence: with the kind that alone is in it, or shared', () => {
  const kindsIn = Map.groupBy(KIND_BUILDS.entries(), ([, { list }]) => list);
  const wanted = [...kindsIn].flatMap(([list, kinds]) =>
    ['', '.short', '.text'].map((part) =>
      kinds.length > 1 ? `${list}${part} of several` : `list${part} of ${kinds[0]?.[0]}`,
    ),
  );
  const own = KIND_ABOUT_WORDS.entries().flatMap(([kind, words]) =>
    Object.keys(words).flatMap((key) => (/^list(?:\.|$)/.test(key) ? [`${key} of ${kind}`] : [])),
  );

  expect([...Object.keys(shared).map((key) => `${key} of several`), ...own].sort()).toEqual(wanted.sort());
});
