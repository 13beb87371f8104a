import type { SeatStore } from '#app/room/team-seat.ts';
import { readSeat } from '#app/room/team-seat.ts';

/** Name under which a laptop keeps its seat in a room. Pages of cases look for it before anything else is loaded. */
export const TEAM_SEAT = 'checkathon-team';

/** Opens the seat of this laptop: in the browser's storage, else in the tab's, else in memory, where it ends with the page. */
export function openSeatStore(): SeatStore {
  const lasting = storageAt(() => localStorage);
  const storage = lasting ?? storageAt(() => sessionStorage);
  let inMemory: string | null = null;
  const text = () => storage?.getItem(TEAM_SEAT) ?? inMemory;
  return {
    lasting: lasting !== undefined,
    read: () => readSeat(text()),
    write(seat) {
      inMemory = JSON.stringify(seat);
      try {
        storage?.setItem(TEAM_SEAT, inMemory);
      } catch {
        // Full: the seat goes on in memory, and the older one that is stored still lets the team in again.
      }
    },
    leave() {
      inMemory = null;
      storage?.removeItem(TEAM_SEAT);
    },
  };
}

/** A storage that takes a value; undefined where the browser refuses it. */
function storageAt(find: () => Storage): Storage | undefined {
  try {
    const storage = find();
    const probe = `${TEAM_SEAT}-probe`;
    storage.setItem(probe, '');
    storage.removeItem(probe);
    return storage;
  } catch {
    return undefined;
  }
}
