import type { TeamView } from './protocol.ts';

/** Why a team may not go on now, the strongest first. */
export type Barrier = 'paused' | 'held' | 'gate';

/**
 * What stands before a team whose next step is in that part. `part` is left out while it reads what its last step led
 * to: no gate closes behind it.
 */
export function barrierAt(view: Pick<TeamView, 'parts' | 'held' | 'paused'>, part?: string): Barrier | undefined {
  if (view.paused) return 'paused';
  if (view.held) return 'held';
  const own = view.parts.find(({ id }) => id === part);
  return own && !own.released ? 'gate' : undefined;
}

/** True once the last part is released, and with it every answer. */
export const isAllOpen = ({ parts }: Pick<TeamView, 'parts'>): boolean => parts.at(-1)?.released ?? true;
