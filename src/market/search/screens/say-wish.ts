import { translator } from '#i18n/translator.ts';
import type { PublicSite } from '#market/ads/model/market.ts';
import messages from '#words/market/search.json' with { type: 'json' };
import type { Wish } from './asked-facets.ts';

const t = translator(messages);

/** What is asked for in a few words: `Town Ostrel`, `Price 100 to 200`. */
export function sayWish({ facet, value }: Pick<Wish, 'facet' | 'value'>, sites: readonly PublicSite[]): string {
  if (facet === 'text') return t('wish.text', { value });
  return t('wish', { facet: t(`facet.${facet}`), value: sayValue(facet, value, sites) });
}

function sayValue(facet: string, value: string, sites: readonly PublicSite[]): string {
  if (facet === 'site') return sites.find(({ id }) => id === value)?.name ?? value;
  if (!value.includes('..')) return value;
  const [from = '', to = ''] = value.split('..');
  if (to === '') return t('wish.from', { from });
  return from === '' ? t('wish.to', { to }) : t('wish.range', { from, to });
}
