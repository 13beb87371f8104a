import { checkKey } from '#case/checking/model/check-key.ts';
import { type CaseFigures, checkScenario } from '#case/checking/model/check-scenario.ts';
import { checkStructure } from '#case/checking/model/check-structure.ts';
import { checkTranslation } from '#case/checking/model/check-translation.ts';
import { textsToWrite } from '#case/checking/model/to-write.ts';
import type { Kinds } from '#case/exercise/model/kinds.ts';
import { caseTexts } from '#case/language/model/case-texts.ts';
import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import type { Translation } from '#case/language/model/translation/schemas.ts';
import type { Workshop } from '#case/language/model/workshop-schemas.ts';
import { briefIssues } from '#case/language/use-cases/brief-issues.ts';
import { compileScenario } from '#case/language/use-cases/compile-scenario.ts';
import type { PlacedScenario } from '#case/language/use-cases/placed-scenario.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import { nearestName } from '#kernel/formats/authored/nearest-name.ts';
import type { Placed } from '#kernel/formats/authored/parse-with.ts';
import type { Issue, Position } from '#kernel/model/issue.ts';
import { highestLevel, levelAt } from '#safety/content/model/declared-level.ts';
import { type FoundString, stringsIn } from '#safety/content/model/strings-in.ts';
import { decisionsRenamed } from './decisions-renamed.ts';
import { statesRenamed } from './states-renamed.ts';

/** A text in a file of a case with its position: the input of a text linter. */
export interface PlacedText extends Pick<FoundString, 'path' | 'text'> {
  readonly of: 'scenario' | 'key' | 'translation' | 'workshop';
  readonly position: Position;
  /** The content level that its scene declares; in any other file, the highest level of the case. */
  readonly level?: number | undefined;
}

/** A linter of the texts of a case; its issues are added to those of the checks. */
export type Lint = (texts: readonly PlacedText[]) => readonly Issue[];

/** The files of a case that could be read. */
export interface CaseDocuments {
  readonly scenario: PlacedScenario;
  readonly key?: Placed<AnswerKey> | undefined;
  readonly workshop?: Placed<Workshop> | undefined;
  readonly translations: readonly Placed<Translation>[];
}

export interface CaseFindings {
  readonly issues: readonly Issue[];
  /** Set where structure and formulas allow compiling. */
  readonly compiled?: CompiledScenario;
  readonly figures?: CaseFigures;
}

/** All checks of a case that need no market: structure, formulas, paths, key, translations, texts. */
export function checkCase(
  { scenario, key, workshop, translations }: CaseDocuments,
  kinds: Pick<Kinds, 'plays' | 'tells' | 'reads' | 'builds'>,
  lint?: Lint,
): CaseFindings {
  const { value: source, tree } = scenario;
  const states = tree.map(({ id }) => id);
  const shape = [
    ...statesRenamed(
      placeAll(checkStructure(source, kinds, tree), scenario).map((issue) => withSuggestion(issue, states)),
      scenario,
      Object.keys(key?.value.decisions ?? {}),
    ),
    ...briefIssues(scenario, kinds),
  ];
  const compiled = compileScenario(scenario, tree);
  const issues: Issue[] = [
    ...shape,
    ...(compiled.ok ? [] : compiled.issues.filter((issue) => !shape.some(({ code }) => code === issue.code))),
    ...translations.flatMap((placed) => placeAll(checkTranslation(source, placed.value), placed)),
    ...lintTexts({ scenario, key, workshop, translations }, lint),
  ];
  if (!compiled.ok) return { issues: onceAPlaceholder(issues) };
  if (shape.length > 0) {
    if (key) issues.push(...decisionsRenamed(placeAll(checkKey(compiled.value, key.value, kinds), key), key));
    return { issues: onceAPlaceholder(issues), compiled: compiled.value };
  }
  const checked = checkScenario({ source, tree, compiled: compiled.value, key: key?.value, kinds });
  const placed = checked.issues.flatMap((issue) =>
    placeAll([issue], issue.code.startsWith('key.') && key ? key : scenario),
  );
  issues.push(...(key ? decisionsRenamed(placed, key) : placed));
  return {
    issues: onceAPlaceholder(issues),
    compiled: compiled.value,
    get figures() {
      return checked.figures;
    },
  };
}

/** The issues without what else is said of a placeholder: it is no text of the author yet. */
function onceAPlaceholder(issues: readonly Issue[]): Issue[] {
  const placeOf = ({ position }: Issue) => JSON.stringify(position);
  const toWrite = issues.filter(({ code }) => code === TO_WRITE);
  const places = new Set(toWrite.map(placeOf));
  return issues.filter((issue) => issue.code === TO_WRITE || !places.has(placeOf(issue)));
}

/** Reported for a text that its author has still to write. */
const TO_WRITE = 'scenario.to-write';

/** Tags and entities; the site shows them literally, which no author intends. */
const MARKUP = /<\/?[a-z!][^<>]*>|&(?:[a-z]+|#\d+|#x[0-9a-f]+);/i;

function lintTexts({ scenario, key, workshop, translations }: CaseDocuments, lint: Lint | undefined): Issue[] {
  const files: readonly (readonly [Placed<object>, PlacedText['of']])[] = [
    [scenario, 'scenario'],
    ...(key ? [[key, 'key'] as const] : []),
    ...(workshop ? [[workshop, 'workshop'] as const] : []),
    ...translations.map((placed) => [placed, 'translation'] as const),
  ];
  const markup = files.flatMap(([placed]) =>
    caseTexts(placed.value).flatMap(({ path, text }): Issue[] => {
      const tag = MARKUP.exec(text)?.[0];
      const position = placed.position(path);
      return tag ? [{ code: 'scenario.markup', severity: 'warning', path, params: { tag }, position }] : [];
    }),
  );
  const toWrite = files.flatMap(([placed]) =>
    textsToWrite(placed.value).map(
      ({ path, what }): Issue => ({
        code: TO_WRITE,
        severity: 'error',
        path,
        params: { what },
        position: placed.position(path),
      }),
    ),
  );
  const plain = [...toWrite, ...markup];
  if (!lint) return plain;
  // The safety rules read every string of a file, not only the translatable ones: briefs and worlds are shown too.
  const highest = highestLevel(scenario.value);
  const texts = files.flatMap(([placed, of]) =>
    [...stringsIn(placed.value)].map(({ path, text }): PlacedText => {
      const level = of === 'scenario' ? levelAt(scenario.value, path) : highest;
      return { path, text, of, position: placed.position(path), level };
    }),
  );
  return [...plain, ...lint(texts)];
}

/** The issue; for a missing target, with the nearest existing state as a suggestion. */
function withSuggestion(issue: Issue, states: readonly string[]): Issue {
  if (issue.code !== 'scenario.missing-target') return issue;
  const suggestion = nearestName(String(issue.params.target), states);
  return suggestion
    ? { ...issue, code: 'scenario.missing-target-near', params: { ...issue.params, suggestion } }
    : issue;
}

/** The issues with the positions of their paths in that file. */
export function placeAll(issues: readonly Issue[], placed: Placed<unknown>): Issue[] {
  return issues.map((issue) => ({ ...issue, position: placed.position(issue.path) }));
}
