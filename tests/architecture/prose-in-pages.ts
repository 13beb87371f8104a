/**
 * Pages, components and code of screens that still hold prose in the source language, with the number of its words. Do not
 * add a file, and do not raise a number, but that of `lesson-exercises.ts` for a new exercise: put new words into
 * `src/i18n/words`. If you move words there, lower the number, and remove the file when it has none. In other locales this
 * prose is marked with the `lang` of the source (`site/layouts/BookLayout.astro`).
 */
export const PROSE_IN_PAGES: Readonly<Record<string, number>> = {
  'src/site/astro/doors.ts': 83,
  'src/learning/lessons/astro/AuthorityTable.astro': 9,
  'src/learning/lessons/astro/ContentNotice.astro': 7,
  'src/learning/lessons/astro/Plan.astro': 17,
  'src/learning/lessons/astro/PredictiveValueFigure.astro': 43,
  'src/learning/lessons/astro/ReviewLine.astro': 12,
  'src/learning/lessons/astro/SignFacts.astro': 15,
  'src/learning/lessons/astro/SignLinks.astro': 15,
  'src/learning/lessons/astro/SubNav.astro': 6,
  'src/learning/lessons/astro/Weighing.astro': 43,
  'src/learning/lessons/astro/content-levels.ts': 66,
  'src/library/glossary/astro/grade-words.ts': 16,
  'src/learning/lessons/astro/indicator-words.ts': 68,
  'src/learning/lessons/astro/lesson-exercises.ts': 1059,
  'src/site/pages/404.astro': 67,
  'src/site/pages/about/index.astro': 1016,
  'src/site/pages/evidence/drill/index.astro': 81,
  'src/site/pages/evidence/index.astro': 193,
  'src/site/pages/facilitate/cases/[id]/index.astro': 95,
  'src/site/pages/facilitate/index.astro': 69,
  'src/site/pages/help/index.astro': 218,
  'src/site/pages/index.astro': 228,
  'src/site/pages/judges/index.astro': 660,
  'src/site/pages/learn/[lesson].astro': 7,
  'src/site/pages/learn/index.astro': 114,
  'src/site/pages/market/index.astro': 57,
  'src/site/pages/practise/again/index.astro': 41,
  'src/site/pages/practise/index.astro': 738,
  'src/site/pages/search/index.astro': 58,
  'src/site/pages/signs/[id].astro': 111,
  'src/site/pages/signs/index.astro': 187,
  'src/site/pages/sources/index.astro': 190,
  'src/site/search/screens/fixed-documents.ts': 440,
};
