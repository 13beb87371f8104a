import type { Letter } from '#evidence/letters/model/letter.ts';
import { platformName } from '#evidence/letters/screens/letter-words.ts';
import { translator } from '#i18n/translator.ts';
import { officeOf } from '#kinds/requests/model/channels.ts';
import type { RequestDesk } from '#kinds/requests/model/desk.ts';
import type { Market } from '#market/ads/model/market.ts';
import messages from '#words/kinds/requests.json' with { type: 'json' };

const t = translator(messages);

export function stateName({ states }: RequestDesk, id: string): string {
  return states.find((state) => state.id === id)?.name ?? id;
}

/**
 * Whom a letter is addressed to: the company; for assistance, and for a request from State to State, the central authority
 * of its State; or the point of contact there.
 */
export function receiverWords(letter: Letter, desk: RequestDesk, market: Market): string {
  const platform = desk.platforms.find(({ id }) => id === letter.to);
  if (!platform) return t('receiver.none');
  const named = { name: platformName(market, platform), state: stateName(desk, platform.state) };
  return t(`receiver.${officeOf(letter)}`, named);
}

/** An amount of case time in days, hours and minutes, each where it has some: "40 min", "2 d", "4 d 23 h 50 min". */
export function durationWords(minutes: number): string {
  const parts = [
    ['days', Math.floor(minutes / 1440)],
    ['hours', Math.floor((minutes % 1440) / 60)],
    ['minutes', minutes % 60],
  ] as const;
  const said = parts.flatMap(([unit, n]) => (n > 0 ? [t(`duration.${unit}`, { n })] : []));
  return said.length > 0 ? said.join(' ') : t('duration.minutes', { n: 0 });
}
