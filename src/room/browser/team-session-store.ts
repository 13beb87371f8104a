import type { TeamSessionStore } from '#room/use-cases/team-session.ts';
import { readSession } from '#room/use-cases/team-session.ts';

/** Name under which a laptop keeps its session in a room. Pages of cases look for it before anything else is loaded. */
export const TEAM_SESSION = 'checkathon-team';

/**
 * Opens the session of this laptop: in the browser's storage, else in the tab's, else in memory, where it ends with the
 * page.
 */
export function openTeamSessionStore(): TeamSessionStore {
  const lasting = storageAt(() => localStorage);
  const storage = lasting ?? storageAt(() => sessionStorage);
  let inMemory: string | null = null;
  const text = () => storage?.getItem(TEAM_SESSION) ?? inMemory;
  return {
    lasting: lasting !== undefined,
    read: () => readSession(text()),
    write(session) {
      inMemory = JSON.stringify(session);
      try {
        storage?.setItem(TEAM_SESSION, inMemory);
      } catch {
        // Full: the session goes on in memory, and the older one that is stored still lets the team in again.
      }
    },
    leave() {
      inMemory = null;
      storage?.removeItem(TEAM_SESSION);
    },
  };
}

/** A storage that takes a value; undefined where the browser refuses it. */
function storageAt(find: () => Storage): Storage | undefined {
  try {
    const storage = find();
    const probe = `${TEAM_SESSION}-probe`;
    storage.setItem(probe, '');
    storage.removeItem(probe);
    return storage;
  } catch {
    return undefined;
  }
}
