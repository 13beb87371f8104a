import type { PreservationAction } from '#kinds/preservation/model/play.ts';
import type { ReadWorkbench } from './bench.ts';

/** A custody entry of an act: actor, role and words. */
interface CustodyLine {
  readonly actor: string;
  readonly role: string;
  readonly reason: string;
}

/** True for acts that leave no entry: shortcuts and unlogged renamings. */
const leavesNone = (action: PreservationAction) =>
  action.type === 'shortcut.taken' || (action.type === 'item.renamed' && !action.logged);

/** All free text of an act. */
function wordsIn(action: PreservationAction): string {
  const { type, actor, role, ...rest } = action;
  if (type === 'record.written') return '';
  if (type === 'request.entered') return action.letter.to;
  return Object.values(rest)
    .flatMap((value) => (typeof value === 'string' ? [value] : Array.isArray(value) ? value : []))
    .join('; ');
}

/** The entries that the acts of a workbench leave in its custody log. */
export function custodyLines({ acts }: ReadWorkbench): CustodyLine[] {
  return acts
    .filter(({ action }) => !leavesNone(action))
    .map(({ action }) => ({ actor: action.actor, role: action.role, reason: wordsIn(action) }));
}
