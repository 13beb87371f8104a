/**
 * Pages, components and code of screens that still hold prose in the source language, with the number of its words. Do not
 * add a file, and do not raise a number: put new words into messages. If you move words there, lower the number, and
 * remove the file when it has none. In other locales this prose is marked with the `lang` of the source
 * (`layouts/BookLayout.astro`).
 */
export const PROSE_IN_PAGES: Readonly<Record<string, number>> = {
  'src/components/doors.ts': 83,
  'src/components/learn/AuthorityTable.astro': 9,
  'src/components/learn/ContentNotice.astro': 7,
  'src/components/learn/Plan.astro': 17,
  'src/components/learn/PredictiveValueFigure.astro': 43,
  'src/components/learn/ReviewLine.astro': 12,
  'src/components/learn/SignFacts.astro': 15,
  'src/components/learn/SignLinks.astro': 15,
  'src/components/learn/SignMarkets.astro': 56,
  'src/components/learn/SubNav.astro': 6,
  'src/components/learn/Weighing.astro': 43,
  'src/components/learn/content-levels.ts': 66,
  'src/components/learn/grade-words.ts': 16,
  'src/components/learn/indicator-words.ts': 135,
  'src/components/learn/lesson-exercises.ts': 1059,
  'src/pages/404.astro': 67,
  'src/pages/about/index.astro': 1016,
  'src/pages/evidence/drill/index.astro': 81,
  'src/pages/evidence/index.astro': 193,
  'src/pages/facilitate/cases/[id]/index.astro': 95,
  'src/pages/facilitate/index.astro': 69,
  'src/pages/help/index.astro': 218,
  'src/pages/index.astro': 228,
  'src/pages/judges/index.astro': 660,
  'src/pages/learn/[lesson].astro': 7,
  'src/pages/learn/index.astro': 114,
  'src/pages/market/index.astro': 57,
  'src/pages/practise/again/index.astro': 41,
  'src/pages/practise/index.astro': 738,
  'src/pages/search/index.astro': 58,
  'src/pages/signs/[id].astro': 111,
  'src/pages/signs/index.astro': 187,
  'src/pages/sources/index.astro': 190,
  'src/ui/search/fixed-documents.ts': 440,
};
