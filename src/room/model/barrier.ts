import type { Barrier } from '#case/language/model/room-parts.ts';
import type { TeamView } from './protocol.ts';

/**
 * What stops a team whose next step is in that part. `part` is undefined while the team reads the result of its last
 * step: no gate applies then.
 */
export function barrierAt(view: Pick<TeamView, 'parts' | 'held' | 'paused'>, part?: string): Barrier | undefined {
  if (view.paused) return 'paused';
  if (view.held) return 'held';
  const own = view.parts.find(({ id }) => id === part);
  return own && !own.released ? 'gate' : undefined;
}

/** True once the last part is released, and with it every answer. */
export const isAllOpen = ({ parts }: Pick<TeamView, 'parts'>): boolean => parts.at(-1)?.released ?? true;
