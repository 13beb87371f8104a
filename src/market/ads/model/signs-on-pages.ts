import { FAMILIES, type Family } from './families.ts';
import { isOnThePage, type PublicSite } from './market.ts';
import { TRACE_LOCATORS } from './trace-locators.ts';

/**
 * Ids of everything that a page of a market can show, whoever posts there: what a trainee can mark. It follows from the
 * family of the profile and the kinds of sites, which are public, and never from what was planted. Indicators that only
 * a record shows are left out.
 */
export function signsOnPages(family: Family, sites: readonly Pick<PublicSite, 'type'>[]): Set<string> {
  const hasJobBoard = sites.some(({ type }) => type === 'job-board');
  const families: readonly Family[] = hasJobBoard && family === 'services' ? ['services', 'jobs'] : [family];
  return new Set(families.flatMap(signsOfFamily));
}

function signsOfFamily(family: Family): string[] {
  const { said, shown } = FAMILIES[family];
  const onPage = shown.filter(
    (one) => one.in === 'field' || (one.in === 'shared' && isOnThePage(TRACE_LOCATORS[one.trace])),
  );
  return [...said, ...onPage].map(({ id }) => id);
}
