import { sayList } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import messages from '#words/case/debrief.json' with { type: 'json' };
import type { PathRow } from './align-paths.ts';
import type { DoneElsewhere } from './done-elsewhere.ts';

const t = translator(messages);

/** What the path taken has beside a step of the model path that was not taken there. */
export function sayElsewhere(elsewhere: DoneElsewhere | undefined): string {
  if (!elsewhere) return t('path.none');
  const { how, seq, after } = elsewhere;
  if (how !== 'later' || after.length === 0) return t(`path.done.${how}`, { seq });
  return t('path.done.later.after', { seq, acts: sayList(after.map((act) => t(`path.act.${act}`))) });
}

/** What the model path has beside a step of the path taken: which of its steps is the same one, or nothing. */
export function sayModelOf(
  { no }: PathRow,
  rows: readonly PathRow[],
  elsewhere: ReadonlyMap<number, DoneElsewhere>,
): string {
  const [at] = [...elsewhere].find(([, { no: taken }]) => taken === no) ?? [];
  const step = rows.find((row) => row.no === at)?.modelStep;
  return step === undefined ? t('path.none.model') : t('path.at', { no: step });
}
