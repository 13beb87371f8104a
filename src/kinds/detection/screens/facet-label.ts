import { translator } from '#i18n/translator.ts';
import { type Facet, readPriceBand } from '#market/search/screens/market-rows.ts';
import messages from '#words/kinds/detection.json' with { type: 'json' };

const t = translator(messages);

/** The value of a facet as a reader may see it; a band of prices in words. */
export function facetLabel(facet: Facet, value: string): string {
  if (facet !== 'price') return value;
  const [low, below] = readPriceBand(value);
  if (low === 0) return t('price.below', { below });
  if (below === Number.POSITIVE_INFINITY) return t('price.from', { low });
  return t('price.between', { low, high: below - 1 });
}
