import { caseTexts } from '#case/language/model/case-texts.ts';
import type { Scenario } from '#case/language/model/schemas.ts';
import type { Translation } from '#case/language/model/translation/schemas.ts';
import { textMark } from '#case/language/model/translation/translate-scenario.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { createReport } from './report.ts';

/** Issues between a scenario and its translation: texts that are missing, stale, or not in the case. */
export function checkTranslation(scenario: Scenario, translation: Translation): Issue[] {
  const { issues, report } = createReport();
  const { texts, locale } = translation;
  if (translation.scenario !== scenario.id)
    report('translation.other-scenario', ['scenario'], { named: translation.scenario, id: scenario.id });
  if (locale === scenario.locale) report('translation.same-language', ['locale'], { locale });
  const names = new Set<string>();
  for (const { name, text } of caseTexts(scenario)) {
    names.add(name);
    const mark = textMark(text);
    const found = Object.hasOwn(texts, name) ? texts[name] : undefined;
    if (!found) report('translation.missing', ['texts'], { name, mark, locale }, 'warning');
    else if (found.of !== mark) report('translation.stale', ['texts', name, 'of'], { name, mark, locale }, 'warning');
  }
  for (const name of Object.keys(texts))
    if (!names.has(name)) report('translation.unknown-text', ['texts', name], { name });
  return issues;
}
