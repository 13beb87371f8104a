import type { Kinds } from '#case/exercise/model/kinds.ts';
import { ScenarioSchema } from '#case/language/model/schemas.ts';
import { type Translation, TranslationSchema } from '#case/language/model/translation/schemas.ts';
import { type Workshop, WorkshopSchema } from '#case/language/model/workshop-schemas.ts';
import {
  checkFileNames,
  KEY_FILE,
  REVIEW_FILE,
  SCENARIO_FILE,
  TRANSLATION_FILE,
  WORKSHOP_FILE,
} from '#case/language/use-cases/case-file-names.ts';
import { type PlacedScenario, withTree } from '#case/language/use-cases/placed-scenario.ts';
import { type AnswerKey, answerKeySchema } from '#case/scoring/model/schemas.ts';
import { fault, missingFile } from '#kernel/formats/authored/faults.ts';
import { type Placed, parseWith } from '#kernel/formats/authored/parse-with.ts';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import type { Issue, Parsed } from '#kernel/model/issue.ts';
import { type Review, ReviewSchema } from '#safety/content/model/schemas.ts';

/** The readable files of a case, and the issues of each file by itself. */
export interface CaseReading {
  readonly scenario?: PlacedScenario;
  readonly key?: Placed<AnswerKey>;
  readonly review?: Placed<Review>;
  readonly workshop?: Placed<Workshop>;
  readonly translations: readonly Placed<Translation>[];
  /** True where the folder has no key, not even one with a misspelled name. */
  readonly hasNoKey: boolean;
  readonly issues: readonly Issue[];
}

/** Reads the files of a case in a folder; only the scenario is required. */
export function readCase(
  files: ProjectFiles,
  folder: string,
  { builds }: Pick<Kinds, 'builds'>,
  name = SCENARIO_FILE,
): CaseReading {
  const issues: Issue[] = [];
  const misnamed = checkFileNames(files, folder, name);
  issues.push(...misnamed);
  const keep = <Value>(parsed: Parsed<Placed<Value>>): Placed<Value> | undefined => {
    issues.push(...(parsed.ok ? parsed.value.warnings : parsed.issues));
    return parsed.ok ? parsed.value : undefined;
  };
  const read = <Value>(file: string, parse: (text: string, path: string) => Parsed<Placed<Value>>) => {
    const path = `${folder}/${file}`;
    const text = files.read(path);
    if (text !== undefined) return keep(parse(text, path));
    const isMisnamed = misnamed.some(({ params }) => params.meant === file);
    const fault = files.fault?.(path) ?? (file === name && !isMisnamed ? missingFile(path) : undefined);
    if (fault) issues.push(fault);
    return undefined;
  };
  const scenario = read(name, (text, path) => parseWith(ScenarioSchema, text, path));
  const key = read(KEY_FILE, (text, path) => parseWith(answerKeySchema(builds), text, path));
  const review = read(REVIEW_FILE, (text, path) => parseWith(ReviewSchema, text, path));
  const workshop = read(WORKSHOP_FILE, (text, path) => parseWith(WorkshopSchema, text, path));
  const translations = files.list(folder).flatMap((file) => {
    const locale = file === name ? undefined : TRANSLATION_FILE.exec(file)?.[1];
    if (locale === undefined) return [];
    const placed = read(file, (text, path) => parseWith(TranslationSchema, text, path));
    if (placed && placed.value.locale !== locale)
      issues.push(fault('translation.locale-not-file-name', placed, ['locale'], { locale: placed.value.locale, file }));
    return placed ? [placed] : [];
  });
  return {
    ...(scenario && { scenario: withTree(scenario) }),
    ...(key && { key }),
    ...(review && { review }),
    ...(workshop && { workshop }),
    translations,
    hasNoKey:
      files.read(`${folder}/${KEY_FILE}`) === undefined && !misnamed.some(({ params }) => params.meant === KEY_FILE),
    issues,
  };
}
