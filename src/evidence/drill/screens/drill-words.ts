import type { CourtGround } from '#evidence/drill/model/court-ground.ts';
import { IN_THE_LOG, placesOf } from '#evidence/drill/model/judge-drill.ts';
import type { Oddity } from '#evidence/drill/model/oddities.ts';
import type { PlacedFault } from '#evidence/drill/model/plant-faults.ts';
import { sayList } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import messages from '#words/evidence/locker.json' with { type: 'json' };

const t = translator(messages);

/** A place that a trainee can name: a page or the custody log. */
export function placeWords(at: string): string {
  return at === IN_THE_LOG ? t('drill.answer.where.log') : t('drill.answer.where.item', { item: at });
}

/** Where this locker has a planted fault: in a page, in the custody log, or in both. */
export function standsWords({ items, entries }: PlacedFault): string {
  const item = sayList(items);
  if (entries.length === 0) return t('drill.place.item', { item });
  if (items.length > 0) return t('drill.place.both', { item, entries: sayList(entries) });
  return t.count('drill.place.entries', entries.length, { entries: sayList(entries) });
}

/**
 * How the place counts that a trainee has named: nothing where it is the place that is told, else that it is the page of which
 * the entry of the log tells, or that the fault does not show there.
 */
export function saidWords(fault: PlacedFault, said: string): string | undefined {
  const isTold = said === IN_THE_LOG ? fault.entries.length > 0 : fault.items.includes(said);
  if (isTold) return undefined;
  return t(placesOf(fault).includes(said) ? 'drill.place.about' : 'drill.place.wrong', { said: placeWords(said) });
}

/** Why an oddity is no fault. */
export function oddityWords({ id, params }: Oddity): string {
  return t(`oddity.${id}`, params);
}

/** Why a locker answers a question, or leaves it open without a fault. */
export function groundWords({ id, params }: CourtGround): string {
  return t(`answer.${id}` as keyof typeof messages, params);
}
