import type { MarketProfileId } from '#core/indicators/schemas.ts';
import { translator } from '#i18n/translator.ts';
import messages from '#words/studio-case.json' with { type: 'json' };

const t = translator(messages);

/** A market by its invented State and by what the law there allows. */
export function sayMarket(id: string, markets: readonly { readonly id: string; readonly name: string }[]): string {
  const name = markets.find((one) => one.id === id)?.name ?? id;
  return t('profile.of', { name, kind: t(`profile.${id as MarketProfileId}`) });
}
