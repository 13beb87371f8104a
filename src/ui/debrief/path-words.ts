import messages from '#i18n/messages/en/debrief.json' with { type: 'json' };
import { translator } from '#i18n/translator.ts';
import type { PathRow } from './align-paths.ts';
import type { DoneElsewhere } from './done-elsewhere.ts';

const t = translator(messages);

/** What the path taken has beside a step of the model path that was not taken there. */
export function sayElsewhere(elsewhere: DoneElsewhere | undefined): string {
  if (!elsewhere) return t('path.none');
  const { how, seq, after } = elsewhere;
  if (how !== 'later' || after.length === 0) return t(`path.done.${how}`, { seq });
  return t('path.done.later.after', { seq, acts: after.map((act) => t(`path.act.${act}`)).join(', ') });
}

/** What the model path has beside a step of the path taken: the row in which it has the same step, or nothing. */
export function sayModelOf({ no }: PathRow, elsewhere: ReadonlyMap<number, DoneElsewhere>): string {
  const [at] = [...elsewhere].find(([, { no: taken }]) => taken === no) ?? [];
  return at === undefined ? t('path.none.model') : t('path.at', { no: at });
}
