import { checkReport } from '#case/checking/use-cases/check-report.ts';
import type { Scenes } from '#case/language/model/scenes.ts';
import { storyStatechart } from '#case/language/model/story-chart.ts';
import type { CaseAnswers, CaseTranslation, LoadedCase } from '#case/language/use-cases/loaded-case.ts';
import {
  CHECK_PART,
  DEBRIEF_PART,
  type DebriefPart,
  type DecisionPart,
  decisionPart,
  keyVersionOf,
  MARKET_PART,
  type MarketPart,
  PUBLIC_PART,
  type PublicPart,
  STATECHART_PART,
  type WordsPart,
  wordsPart,
} from '#case/parts/use-cases/case-parts.ts';
import { layOutStatechart } from '#case/statechart/use-cases/lay-out-chart.ts';
import { signsOnPages } from '#market/ads/model/signs-on-pages.ts';
import { prevalenceOf } from '#market/ads/use-cases/prevalence-of.ts';
import type { Catalogue } from '#market/signs/model/catalogue.ts';
import { indicatorChoices } from '#market/signs/model/indicator-choice.ts';

/** The files of a case for self-study, by name: one public part, and the key split into one part per step. */
export function caseFiles(
  loaded: Omit<LoadedCase, 'minutes'>,
  answers: CaseAnswers | undefined,
  catalogue: Catalogue,
): Map<string, unknown> {
  const { scenario, scenes, market, profile, reviewed, kinds } = loaded;
  const choices = indicatorChoices(catalogue, signsOnPages(profile.family, market.sites));
  const files = new Map<string, unknown>();
  const { title } = loaded.source;
  const chairs = loaded.workshop?.chairs ?? {};
  const publicPart: PublicPart = {
    schema: 'case-public/1',
    title,
    reviewed,
    scenario,
    scenes,
    market,
    choices,
    ...(Object.keys(chairs).length > 0 && { chairs }),
  };
  files.set(PUBLIC_PART, publicPart);
  for (const translation of loaded.translations) files.set(wordsPart(translation.locale), wordsOf(translation, scenes));
  files.set(STATECHART_PART, layOutStatechart(storyStatechart(scenario, scenes)));
  if (!answers) return files;

  const { key, truth, owners } = answers;
  const { decisions, ...rest } = key;
  const version = keyVersionOf(loaded);
  for (const [state, decision] of Object.entries(decisions))
    files.set(decisionPart(state), {
      schema: 'key-decision/1',
      ...version,
      state,
      key: decision,
    } satisfies DecisionPart);
  files.set(MARKET_PART, {
    schema: 'key-market/1',
    ...version,
    truth,
    catalogue: [...catalogue.values()],
    prevalence: prevalenceOf(market),
    ...(owners && { owners }),
  } satisfies MarketPart);
  for (const [, { keyFiles }] of kinds.builds.entries())
    for (const [name, part] of keyFiles?.(scenario, truth, version, key) ?? []) files.set(name, part);
  files.set(
    CHECK_PART,
    checkReport(
      {
        source: loaded.source,
        compiled: scenario,
        key,
        figures: loaded.figures,
        issues: loaded.warnings,
        translations: loaded.translations.length,
        workshop: loaded.workshop !== undefined,
      },
      kinds,
    ),
  );
  files.set(DEBRIEF_PART, { schema: 'key-debrief/1', ...version, key: rest } satisfies DebriefPart);
  return files;
}

function wordsOf({ locale, scenes }: CaseTranslation, own: Scenes): WordsPart {
  const untranslated = Object.keys(own).filter((id) => JSON.stringify(own[id]) === JSON.stringify(scenes[id]));
  return { schema: 'case-words/1', locale, scenes, untranslated };
}
