import { getCollection } from 'astro:content';
import { InvariantError } from '#kernel/model/invariant.ts';
import type { Recommendation, Recommendations, TrainingPlace } from '#library/recommendations/model/schemas.ts';
import { siteProject } from '#site/astro/site-project.ts';

/** The recommendations as authored; the build has refused a file with a dead reference. */
export const siteRecommendations = (): Recommendations => siteProject().recommendations;

/** The recommendation with this number; the build stops where a text names another. */
export function recommendation(id: string): Recommendation {
  const found = siteRecommendations().recommendations.find((one) => one.id === id);
  if (!found)
    throw new InvariantError(`There is no recommendation ${id}. Use a number of content/recommendations.yaml.`);
  return found;
}

/** A place that trains or tells of a recommendation, as a page shows it. A command has no page. */
export interface ShownPlace {
  readonly kind: 'lesson' | 'case' | 'sign' | 'page' | 'command';
  readonly title: string;
  readonly path: string | undefined;
  readonly as: TrainingPlace['as'];
  readonly how: string;
}

/** The places of a recommendation with their titles and addresses, in the order of the file. */
export async function placesOf({ trainedIn }: Recommendation): Promise<readonly ShownPlace[]> {
  const lessons = new Map((await getCollection('lessons')).map(({ id, data }) => [id, data.title]));
  const signs = new Map((await getCollection('indicators')).map(({ data }) => [data.id, data.name]));
  const cases = new Map(siteProject().cases.map(({ source }) => [source.id, source.title]));
  return trainedIn.map((place): ShownPlace => {
    const { as, how } = place;
    if ('lesson' in place)
      return { kind: 'lesson', title: titleOf(lessons, place.lesson), path: `learn/${place.lesson}/`, as, how };
    if ('case' in place)
      return { kind: 'case', title: titleOf(cases, place.case), path: `cases/${place.case}/`, as, how };
    if ('sign' in place)
      return { kind: 'sign', title: titleOf(signs, place.sign), path: `signs/${place.sign}/`, as, how };
    if ('page' in place) return { kind: 'page', title: place.title, path: place.page, as, how };
    return { kind: 'command', title: `npm run -s ${place.command}`, path: undefined, as, how };
  });
}

function titleOf(titles: ReadonlyMap<string, string>, id: string): string {
  const title = titles.get(id);
  if (title === undefined) throw new InvariantError(`Nothing on the site is called ${id}.`);
  return title;
}
