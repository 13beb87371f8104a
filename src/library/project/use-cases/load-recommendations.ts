import { stateTree } from '#case/language/model/state-tree.ts';
import { fault, missingFile } from '#kernel/formats/authored/faults.ts';
import { type Placed, parseWith } from '#kernel/formats/authored/parse-with.ts';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import type { Issue, Parsed } from '#kernel/model/issue.ts';
import type { RoundCase } from '#library/cases/use-cases/parallel-tests.ts';
import type { Library } from '#library/content/use-cases/load-library.ts';
import { lessonFile } from '#library/content/use-cases/review-sets.ts';
import {
  type Recommendations,
  RecommendationsSchema,
  type TrainingPlace,
} from '#library/recommendations/model/schemas.ts';

/** The recommendations of the report, with the places that train them. */
export const RECOMMENDATIONS_FILE = 'content/recommendations.yaml';

/** What a recommendation may lead to. */
interface Known {
  readonly files: ProjectFiles;
  readonly cases: readonly RoundCase[];
  readonly library: Pick<Library, 'catalogue'>;
}

/**
 * Reads the recommendations. Reports all faults at once: a number left out or written twice, an unknown section or view,
 * and a place that the kit does not have.
 */
export function loadRecommendations(known: Known): Parsed<Recommendations> {
  const text = known.files.read(RECOMMENDATIONS_FILE);
  if (text === undefined)
    return { ok: false, issues: [known.files.fault?.(RECOMMENDATIONS_FILE) ?? missingFile(RECOMMENDATIONS_FILE)] };
  const parsed = parseWith(RecommendationsSchema, text, RECOMMENDATIONS_FILE);
  if (!parsed.ok) return parsed;
  const { value } = parsed.value;
  const issues = [...issuesWithin(parsed.value), ...value.recommendations.flatMap(issuesOfPlaces(parsed.value, known))];
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value };
}

type One = Recommendations['recommendations'][number];

/** Numbers in their order, and names of sections and views that stand in the same file. */
function issuesWithin(placed: Placed<Recommendations>): Issue[] {
  const { sections, divisions, recommendations } = placed.value;
  return recommendations.flatMap(({ id, section, view }, n) => {
    const report = (code: string, field: string, params: Issue['params']) => [
      fault(code, placed, ['recommendations', n, field], params),
    ];
    const expected = `S${n + 1}`;
    const views = divisions.find((division) => division.id === view?.division)?.views ?? [];
    return [
      ...(id === expected ? [] : report('recommendation.out-of-order', 'id', { id, expected })),
      ...(sections.some((one) => one.id === section)
        ? []
        : report('recommendation.unknown-section', 'section', { section })),
      ...(!view || views.some((one) => one.id === view.view)
        ? []
        : report('recommendation.unknown-view', 'view', { view: `${view.division}, ${view.view}` })),
    ];
  });
}

const issuesOfPlaces =
  (placed: Placed<Recommendations>, known: Known) =>
  ({ trainedIn }: One, n: number): Issue[] =>
    trainedIn.flatMap((place, at) => {
      const [kind, id] = nameOf(place);
      const path = ['recommendations', n, 'trainedIn', at];
      if (!isThere(place, known)) return [fault('recommendation.unknown-place', placed, [...path, kind], { kind, id })];
      const { scene } = place as { readonly scene?: string };
      if (scene !== undefined && !hasScene(known.cases, id, scene))
        return [fault('recommendation.unknown-scene', placed, [...path, 'scene'], { scene, case: id })];
      const first = trainedIn.findIndex((other) => sameAs(place, other));
      return first < at ? [fault('recommendation.place-twice', placed, [...path, kind], { kind, id })] : [];
    });

function nameOf(place: TrainingPlace): readonly [kind: string, id: string] {
  if ('lesson' in place) return ['lesson', place.lesson];
  if ('case' in place) return ['case', place.case];
  if ('sign' in place) return ['sign', place.sign];
  return 'page' in place ? ['page', place.page] : ['command', place.command];
}

function isThere(place: TrainingPlace, { files, cases, library }: Known): boolean {
  if ('lesson' in place) return files.read(lessonFile(place.lesson)) !== undefined;
  if ('case' in place) return cases.some(({ source }) => source.id === place.case);
  if ('sign' in place) return library.catalogue.has(place.sign);
  if ('page' in place) return files.read(`src/site/pages/${place.page}index.astro`) !== undefined;
  const { scripts } = JSON.parse(files.read('package.json') ?? '{}') as { readonly scripts?: object };
  return Object.hasOwn(scripts ?? {}, place.command);
}

function hasScene(cases: readonly RoundCase[], id: string, scene: string): boolean {
  const found = cases.find(({ source }) => source.id === id);
  return found !== undefined && stateTree(found.source).some((state) => state.id === scene);
}

/** Two scenes of one case are two places. */
function sameAs(one: TrainingPlace, other: TrainingPlace): boolean {
  const scenes = [one, other].map((place) => ('scene' in place ? place.scene : undefined));
  return String(nameOf(one)) === String(nameOf(other)) && scenes[0] === scenes[1];
}
