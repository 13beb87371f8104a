import type { TestCardId } from '#market/platforms/model/test-cards.ts';

/** Pages that a platform has besides those of ads. */
export const SITE_PAGES = ['front', 'post', 'report', 'help', 'transparency'] as const;
export type SitePageId = (typeof SITE_PAGES)[number];

/** A public page of a platform. */
export interface SitePage {
  readonly page: SitePageId;
  /** Only of the report form: the language that is asked for. Without it, the first one of the platform. */
  readonly language?: string;
}

/** The page of a copy of a TEST card with its present content. */
export interface CardPage {
  readonly page: 'card';
  readonly copy: string;
  readonly card: TestCardId;
  readonly version: number;
  readonly account: number;
  /** Set where the ad says that a program wrote or pictured it. */
  readonly madeByProgram?: true;
  /** False once it was blocked, removed or taken down: the site sends the same page for all of them. */
  readonly isShown: boolean;
}

export type PlatformPage = SitePage | CardPage;

/** The path of a page on its site, with its query. */
export function pathOf(page: PlatformPage): string {
  if (page.page === 'card') return `/services/ad?id=${encodeURIComponent(page.copy)}`;
  if (page.page === 'front') return '/';
  const language = page.page === 'report' ? page.language : undefined;
  return `/${page.page}${language === undefined ? '' : `?language=${encodeURIComponent(language)}`}`;
}

/** The page at a path that a page of the site links to; undefined for any other path. */
export function pageAt(path: string): SitePage | undefined {
  const [, name = '', language] = /^\/([a-z]*)(?:\?language=([^&]*))?$/.exec(path) ?? [];
  const page = path === '/' ? 'front' : SITE_PAGES.find((one) => one !== 'front' && one === name);
  if (!page || (language !== undefined && page !== 'report')) return undefined;
  return { page, ...(language === undefined ? {} : { language: decodeURIComponent(language) }) };
}
