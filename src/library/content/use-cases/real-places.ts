import { fault } from '#kernel/formats/authored/faults.ts';
import type { Placed } from '#kernel/formats/authored/parse-with.ts';
import type { Issue } from '#kernel/model/issue.ts';
import type { MarketProfile } from '#market/ads/model/schemas.ts';

type Path = readonly (string | number)[];

/** Minimum length of a matched name; shorter words are far more often articles and prepositions. */
const MIN_LETTERS = 3;

/**
 * Names in market profiles that are also names of real places (rule C06): of States, towns, languages, events, sites
 * and owners, alone or inside a longer name. Running text is not searched. The caller supplies the gazetteer as
 * `isRealPlace`.
 */
export function findRealPlaces(
  profiles: readonly Placed<MarketProfile>[],
  isRealPlace: (name: string) => boolean,
): readonly Issue[] {
  return profiles.flatMap((placed) =>
    namesOf(placed.value).flatMap(([path, text]) =>
      placesIn(text, isRealPlace).map((place) =>
        fault('library.real-place', placed, path, { field: path.join('.'), place }),
      ),
    ),
  );
}

/** Every invented name of a profile, with its path. */
function namesOf({ name, state, languages, towns, event, sites }: MarketProfile): readonly (readonly [Path, string])[] {
  return [
    [['name'], name],
    [['state'], state],
    ...languages.map((language, n): [Path, string] => [['languages', n], language]),
    ...towns.map((town, n): [Path, string] => [['towns', n, 'name'], town.name]),
    [['event', 'name'], event.name],
    [['event', 'town'], event.town],
    ...sites.flatMap((site, n) =>
      (['id', 'name', 'host', 'section', 'owner'] as const).map((field): [Path, string] => [
        ['sites', n, field],
        site[field],
      ]),
    ),
  ];
}

/**
 * The longest runs of words in a name that are real places, from left to right. Where words have capitals, a run inside
 * the name begins with one: "long" in "a State with long borders" is no town.
 */
function placesIn(text: string, isRealPlace: (name: string) => boolean): readonly string[] {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const isCapital = (word: string | undefined) => /^\p{Lu}/u.test(word ?? '');
  const hasCapitals = words.some(isCapital);
  const found: string[] = [];
  for (let first = 0; first < words.length; first++) {
    if (first > 0 && hasCapitals && !isCapital(words[first])) continue;
    for (let after = words.length; after > first; after--) {
      const run = words.slice(first, after).join(' ');
      if (run.length < MIN_LETTERS || !isRealPlace(run)) continue;
      found.push(run);
      first = after - 1;
      break;
    }
  }
  return found;
}
