import type { CapturedItem, LoggedPreservation, PreservationResponse } from './play.ts';

/** How an original was altered: annotated, saved again, or redacted in part. */
export const ALTERATIONS = ['marked', 'saved', 'unreadable'] as const;
export type Alteration = (typeof ALTERATIONS)[number];

/** One act that altered originals. */
export interface AlteringAct {
  readonly how: Alteration;
  readonly seq: number;
  /**
   * The captures whose originals it altered, by item id. Old logs do not name the item that was saved again: then every
   * item in the locker at that moment counts as altered, because any of them may be.
   */
  readonly items: readonly string[];
}

type Workbench = Pick<PreservationResponse, 'acts' | 'items'>;

/** The acts that altered an original, in order of the log. Redaction on a working copy alters no original. */
export function alteringActs(workbench: Workbench): AlteringAct[] {
  return workbench.acts.flatMap((act): AlteringAct[] => {
    const how = alterationBy(act, workbench);
    if (!how) return [];
    const named = 'item' in act ? act.item : undefined;
    const held = heldAt(act.seq, workbench);
    const items = named === undefined ? held : held.filter(({ item }) => item === named);
    return [{ how, seq: act.seq, items: items.map(({ item }) => item) }];
  });
}

/** The captures whose original was altered after the capture, by item id. */
export const alteredItems = (workbench: Workbench): ReadonlySet<string> =>
  new Set(alteringActs(workbench).flatMap(({ items }) => items));

function alterationBy(act: LoggedPreservation, { acts }: Workbench): Alteration | undefined {
  if (act.type === 'note.written') return act.on === 'original' ? 'marked' : undefined;
  if (act.type === 'shortcut.taken') return act.shortcut === 'resaved-original' ? 'saved' : undefined;
  if (act.type !== 'bystander.redacted') return undefined;
  const isSealed = acts.some((one) => one.type === 'copy.sealed' && one.item === act.item && one.seq < act.seq);
  return isSealed ? undefined : 'unreadable';
}

/** Captures in the locker before event `before` of the log: captured by then and not deleted. */
function heldAt(before: number, { acts, items }: Workbench): CapturedItem[] {
  const deleted = acts.flatMap((act) => (act.type === 'item.deleted' && act.seq < before ? [act.item] : []));
  return items.filter(({ item, seq }) => seq < before && !deleted.includes(item));
}
