import { required } from '#kernel/model/invariant.ts';
import type { Page } from '#market/ads/model/page-nodes.ts';
import type { Served } from '#market/ads/model/serve-ad.ts';
import { writePage } from '#market/ads/model/write-page.ts';
import type { PageWords } from '#market/platforms/model/page-schemas.ts';
import type { PublicHalf, SiteInMarket } from '#market/platforms/model/tested-platform.ts';
import { weekOf } from './clock.ts';
import type { OpenBrief } from './open-brief.ts';
import { type PlatformPage, pathOf } from './page-address.ts';
import { cardContent, contentOf, el, navigation } from './page-content.ts';
import type { TestItem } from './state.ts';

/** The public data of a platform or a mirror that its pages need. */
export type ServingSite = Pick<SiteInMarket, 'id' | 'name' | 'host'> & { readonly public?: PublicHalf };

/**
 * What a site sends for one of its pages at an hour of the test: HTML without a script and without an address of
 * another site. Pure: the same arguments always give the same bytes. A mirror has pages of cards and no other page.
 */
export function servePage(
  site: ServingSite,
  page: PlatformPage,
  hour: number,
  { lang, words }: PageWords,
  market?: string,
): Served {
  const own = site.public;
  const { title, isThere, main } =
    page.page === 'card'
      ? cardContent(page, words)
      : own
        ? contentOf(own, page, weekOf(hour), words)
        : { title: words.noSuchPage, isThere: false, main: [el('p', words.noSuchPage)] };
  const written: Page = {
    lang,
    ...(market === undefined ? {} : { market }),
    title: `${title} - ${site.name}`,
    body: [
      { tag: 'p', class: 'mark', children: [words.mark] },
      el('header', site.name),
      ...(own ? [navigation(words)] : []),
      el('main', el('h1', title), ...main),
    ],
  };
  return {
    url: `https://${site.host}${pathOf(page)}`,
    status: isThere ? 200 : 404,
    headers: { 'content-type': 'text/html; charset=utf-8', server: site.id, 'x-synthetic': 'true' },
    body: writePage(written),
  };
}

type ServingBrief = Pick<OpenBrief, 'platforms' | 'mirrors' | 'pages' | 'marketId'>;

/** What a platform of the test sends. @throws InvariantError if the test has no such site. */
export function serveInTest(brief: ServingBrief, site: string, page: PlatformPage, hour: number): Served {
  const found = required(
    [...brief.platforms, ...brief.mirrors].find(({ id }) => id === site),
    `site ${site}`,
  );
  const { id, name, host } = found;
  const half = 'public' in found ? { public: found.public } : {};
  return servePage({ id, name, host, ...half }, page, hour, brief.pages, brief.marketId);
}

/** Serves the page of an item again, with the same bytes as at its capture. */
export const servedAgain = (brief: ServingBrief, { site, page, hour }: Pick<TestItem, 'site' | 'page' | 'hour'>) =>
  serveInTest(brief, site, page, hour);
