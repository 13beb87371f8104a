import { translator } from '#i18n/translator.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import { type Fields, textAt } from '#studio/model/studio-case.ts';
import messages from '#words/studio/case.json' with { type: 'json' };
import exercise from '#words/studio/exercise.json' with { type: 'json' };

const t = translator(messages);
const market = translator(exercise);

/** A market by its invented State and by what the law there allows. */
export function sayMarket(id: string, markets: readonly { readonly id: string; readonly name: string }[]): string {
  const name = markets.find((one) => one.id === id)?.name ?? id;
  return t('profile.of', { name, kind: t(`profile.${id as MarketProfileId}`) });
}

/** A market with its number of ads and its share of ads of networks, as the list of exercises tells it. */
export function sayMarketOf(
  fields: Fields,
  markets: readonly { readonly id: string; readonly name: string }[],
): string {
  const [profile, preset, prevalence] = ['profile', 'preset', 'prevalence'].map((field) => textAt(fields, field));
  return market('market.of', {
    market: sayMarket(profile ?? '', markets),
    size: known('preset', preset ?? ''),
    share: known('prevalence', prevalence ?? ''),
  });
}

/** The words for a value; the value itself where it is none of those that a case may have. */
function known(field: 'preset' | 'prevalence', value: string): string {
  const key = `${field}.${value}`;
  return Object.hasOwn(messages, key) ? t(key as 'preset.mini') : value;
}
