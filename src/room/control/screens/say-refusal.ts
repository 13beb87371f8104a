import { sayList } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import messages from '#words/room/control.json' with { type: 'json' };
import type { Outcome } from './outcome.ts';

type Key = keyof typeof messages;
type Said = Extract<Key, `refused.${string}`>;
const t = translator(messages);

/** Why an action was refused, in a sentence that says what to do. `nameOf` gives the name of a team. */
export function sayRefusal(outcome: Extract<Outcome, { ok: false }>, nameOf: (team: string) => string): string {
  const { why, detail } = outcome;
  if (why === 'bad-line') return sayLineFault(detail);
  if (why === 'bad-file') return sayFileFault(detail);
  if (why === 'same-result') return t('refused.same-result', { team: nameOf(String(detail)) });
  const key = `refused.${why}`;
  return key in messages ? t(key as Said) : t('refused.other');
}

/** Says which groups of a result line were heard wrongly, or what else is wrong with it. */
function sayLineFault(detail: unknown): string {
  const { fault, groups } = (detail ?? {}) as { readonly fault?: unknown; readonly groups?: readonly number[] };
  if (fault === 'groups' && groups && groups.length > 0)
    return t.count('line.groups', groups.length, { groups: sayList(groups) });
  const key = `line.${String(fault)}`;
  return key in messages ? t(key as Extract<Key, `line.${string}`>) : t('line.damaged');
}

/** Says what is wrong with the file of a team. */
function sayFileFault(detail: unknown): string {
  const key = `file.${String(detail)}`;
  return key in messages ? t(key as Extract<Key, `file.${string}`>) : t('refused.bad-file');
}
