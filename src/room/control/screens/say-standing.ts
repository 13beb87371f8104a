import { sayList } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import type { RoomStanding } from '#room/model/standing-of-room.ts';
import type { TeamStanding } from '#room/model/team-standing.ts';
import messages from '#words/room/control.json' with { type: 'json' };

const t = translator(messages);

/** In the order in which they matter to somebody who looks up. */
const ORDER = [
  'gate',
  'at-work',
  'arrived',
  'quiet',
  'paused',
  'on-paper',
  'handed-in',
] as const satisfies TeamStanding[];

/** How the room stands, in one or two sentences. `part` is the title of the part that is released next. */
export function sayStanding({ phase, teams, counts }: RoomStanding, part: string | undefined): string {
  if (phase === 'empty') return t('head.empty');
  if (phase === 'all-in') return t('head.all-in');
  const isStopped = phase === 'paused' || phase === 'held';
  const parts = ORDER.filter((standing) => counts[standing] > 0).map((standing) =>
    t.count(isStopped && standing === 'at-work' ? 'head.at-work.stopped' : `head.${standing}`, counts[standing]),
  );
  const list = teams === 0 ? '' : t.count('head.of', teams, { list: sayList(parts) });
  if (phase === 'paused') return t('head.paused-all', { list }).trim();
  if (phase === 'held') return t('head.held', { list });
  if (phase === 'waiting' && part !== undefined) return t('head.waiting', { list, part });
  return list;
}
