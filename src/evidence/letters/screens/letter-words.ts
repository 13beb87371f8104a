import type { KnownLetter, LetterReceiver } from '#evidence/letters/model/known-letter.ts';
import type { DataCategory, LetterKind, Office } from '#evidence/letters/model/letter.ts';
import { sayList } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import type { Market } from '#market/ads/model/market.ts';
import messages from '#words/evidence/letters.json' with { type: 'json' };

const t = translator(messages);
type Answer = Extract<KnownLetter['answer'], object>;

export const kindWords = (kind: LetterKind) => t(`kind.${kind}`);
export const dataWords = (category: DataCategory) => t(`data.${category}`);
export const officeWords = (office: Office) => t(`office.${office}`);
export const outcomeWords = (outcome: Answer['outcome']) => t(`outcome.${outcome}`);

/** Said beside the table of orders. */
export const inventedOrders = t('orders.note');

/** A company by its name, or by the sites that it runs, as a reader of the market knows them; else by the words of its id. */
export function platformName(market: Market, { id, name, sites }: LetterReceiver): string {
  if (name !== undefined) return name;
  const names = market.sites.filter((site) => sites.includes(site.id)).map((site) => site.name);
  return names.length > 0 ? sayList(names) : id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
}
