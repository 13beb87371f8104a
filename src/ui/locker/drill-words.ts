import type { CourtAnswer } from '#core/evidence/tamper/court-answers.ts';
import { IN_THE_LOG } from '#core/evidence/tamper/judge-drill.ts';
import type { Oddity } from '#core/evidence/tamper/oddities.ts';
import type { PlacedFault } from '#core/evidence/tamper/plant-faults.ts';
import messages from '#i18n/messages/en/locker.json' with { type: 'json' };
import { translator } from '#i18n/translator.ts';

const t = translator(messages);

/** A place that a trainee can name: a page or the custody log. */
export function placeWords(at: string): string {
  return at === IN_THE_LOG ? t('drill.answer.where.log') : t('drill.answer.where.item', { item: at });
}

/** Where a planted fault stands in this locker. */
export function standsWords({ items, entries }: PlacedFault): string {
  if (entries.length === 0) return t('drill.place.item', { item: items.join(', ') });
  return t(entries.length === 1 ? 'drill.place.entry' : 'drill.place.entries', { entries: entries.join(', ') });
}

/** Why an oddity is no fault. */
export function oddityWords({ id, params }: Oddity): string {
  return t(`oddity.${id}`, params);
}

/** Why a locker answers a question, or leaves it open without a fault. */
export function groundWords({ id, params }: NonNullable<CourtAnswer['ground']>): string {
  return t(`answer.${id}` as keyof typeof messages, params);
}
