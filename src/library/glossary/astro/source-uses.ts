import { getCollection } from 'astro:content';
import type { RoundCase } from '#library/cases/use-cases/parallel-tests.ts';
import { codesCitedIn } from '#library/glossary/model/codes-cited-in.ts';
import { type CitingPage, type SourceUse, usesOfSources } from '#library/glossary/model/uses-of-sources.ts';

/** Where each source is used on the site: lessons, signs, terms, and debriefs of cases by their title alone. */
export async function siteSourceUses(cases: readonly RoundCase[]): Promise<ReadonlyMap<string, SourceUse>> {
  const lessons = await getCollection('lessons');
  const signs = await getCollection('indicators');
  const terms = await getCollection('glossary');
  const pages: CitingPage[] = [
    ...lessons.map(({ id, data }) => ({
      kind: 'lesson' as const,
      title: data.title,
      path: `learn/${id}/`,
      cites: data.sources,
    })),
    ...signs.map(({ data }) => ({
      kind: 'sign' as const,
      title: data.name,
      path: `signs/${data.id}/`,
      cites: data.sources,
    })),
    ...terms.flatMap(({ data: { id, term, source } }) =>
      source ? [{ kind: 'term' as const, title: term, path: `library/#term-${id}`, cites: [source] }] : [],
    ),
    ...cases.map(({ source: { id, title }, answers }) => ({
      kind: 'case' as const,
      title,
      path: `cases/${id}/`,
      cites: codesCitedIn(answers?.key).map((code) => ({ code })),
    })),
  ];
  return usesOfSources(pages);
}
