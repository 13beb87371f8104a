import type { Shortcut } from './care-actions.ts';
import type { WorkbenchFacts } from './workbench-facts.ts';

/** Unlogged acts: acts on files of the locker that leave no entry in its custody log. */
export const UNLOGGED_ACTS = ['renamed', 'own-device', 'public-archive', 'face-search', 'resaved-original'] as const;
export type UnloggedAct = (typeof UNLOGGED_ACTS)[number];

/** An act on the locker that is in the attempt log but not in the custody log. */
export interface UnloggedActFact {
  readonly touch: UnloggedAct;
  readonly seq: number;
  /** The item concerned; left out if the act concerns all items. */
  readonly item?: string;
}

const concernsLocker = (shortcut: Shortcut): shortcut is Shortcut & UnloggedAct =>
  (UNLOGGED_ACTS as readonly string[]).includes(shortcut);

/** The unlogged acts of a workbench, in order of the log. */
export function unloggedActs({ response }: Pick<WorkbenchFacts, 'response'>): UnloggedActFact[] {
  return response.acts.flatMap((act): UnloggedActFact[] => {
    if (act.type === 'item.renamed') return act.logged ? [] : [{ touch: 'renamed', seq: act.seq, item: act.item }];
    if (act.type !== 'shortcut.taken' || !concernsLocker(act.shortcut)) return [];
    return [{ touch: act.shortcut, seq: act.seq }];
  });
}
