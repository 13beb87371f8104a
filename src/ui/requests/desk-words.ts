import type { Letter } from '#core/evidence/letters/letter.ts';
import type { Market } from '#core/market/market.ts';
import type { RequestDesk } from '#core/requests/desk.ts';
import { translator } from '#i18n/translator.ts';
import { platformName } from '#ui/records/letter-words.ts';
import messages from '#words/requests.json' with { type: 'json' };

const t = translator(messages);

export function stateName({ states }: RequestDesk, id: string): string {
  return states.find((state) => state.id === id)?.name ?? id;
}

/**
 * Whom a letter is addressed to: the company; for assistance, and for a request from State to State, the central authority
 * of its State; or the point of contact there.
 */
export function receiverWords({ kind, to, channel }: Letter, desk: RequestDesk, market: Market): string {
  const platform = desk.platforms.find(({ id }) => id === to);
  if (!platform) return t('receiver.none');
  const named = { name: platformName(market, platform), state: stateName(desk, platform.state) };
  if (channel === 'point') return t('receiver.point', named);
  return t(kind === 'assistance' || channel === 'states' ? 'receiver.authority' : 'receiver.company', named);
}

/** An amount of case time: "40 minutes", "3 hours", "2 days". Odd amounts stay in minutes. */
export function durationWords(minutes: number): string {
  if (minutes > 0 && minutes % 1440 === 0) return t('duration.days', { n: minutes / 1440 });
  if (minutes > 0 && minutes % 60 === 0) return t('duration.hours', { n: minutes / 60 });
  return t('duration.minutes', { n: minutes });
}
