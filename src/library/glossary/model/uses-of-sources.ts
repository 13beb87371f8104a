import type { Citation } from '#kernel/model/citation.ts';

/** A page that cites sources. */
export interface CitingPage {
  readonly kind: 'lesson' | 'sign' | 'term' | 'case';
  readonly title: string;
  /** Address from the root of the site. */
  readonly path: string;
  /** What it says with each source. Of a case only the codes are handed over: the statements belong to its debrief. */
  readonly cites: readonly (Pick<Citation, 'code'> & Partial<Citation>)[];
}

/** A statement that pages make with a source, with how far that passage was read. */
export interface StatedWith {
  readonly says: string;
  readonly mark: Citation['mark'];
  readonly pages: readonly Pick<CitingPage, 'title' | 'path'>[];
}

/** Everything on the site that rests on one source. */
export interface SourceUse {
  readonly pages: readonly Omit<CitingPage, 'cites'>[];
  readonly statements: readonly StatedWith[];
}

/** The uses of every source, by its code; pages in the order in which they are given, each once. */
export function usesOfSources(pages: readonly CitingPage[]): ReadonlyMap<string, SourceUse> {
  const uses = new Map<string, { pages: Omit<CitingPage, 'cites'>[]; statements: StatedWith[] }>();
  for (const { cites, ...page } of pages)
    for (const { code, says, mark } of cites) {
      const use = uses.get(code) ?? { pages: [], statements: [] };
      uses.set(code, use);
      if (!use.pages.some(({ path }) => path === page.path)) use.pages.push(page);
      if (says === undefined || mark === undefined) continue;
      const known = use.statements.findIndex((one) => one.says === says && one.mark === mark);
      const before = use.statements[known];
      const { title, path } = page;
      if (before) use.statements[known] = { ...before, pages: [...before.pages, { title, path }] };
      else use.statements.push({ says, mark, pages: [{ title, path }] });
    }
  return uses;
}
