/** Where what is begun and not done yet outlives a reload, one draft for each place at which somebody works. */
export interface DraftStore {
  /** What was kept at that place in that attempt; undefined where there is nothing, or nothing that can be read. */
  read(place: string, attempt: string): unknown;
  /** Keeps the draft instead of the one before; a draft of another attempt at that place gives way. */
  keep(place: string, attempt: string, draft: unknown): void;
  drop(place: string): void;
}

const nameOf = (place: string) => `checkathon draft ${place}`;

/**
 * Drafts in this browser's local storage: it is written at once, so that nothing is lost between two key presses. Where the
 * browser refuses, a draft lives as long as its page.
 */
export function openDraftStore(storage: () => Storage = () => localStorage): DraftStore {
  const quietly = <Value>(act: (store: Storage) => Value): Value | undefined => {
    try {
      return act(storage());
    } catch {
      // Private windows refuse, and a full storage too. The work itself is in the log.
      return undefined;
    }
  };
  return {
    read: (place, attempt) =>
      quietly((store) => {
        const kept = JSON.parse(store.getItem(nameOf(place)) ?? '{}') as { attempt?: unknown; draft?: unknown };
        return kept.attempt === attempt ? kept.draft : undefined;
      }),
    keep: (place, attempt, draft) =>
      quietly((store) => store.setItem(nameOf(place), JSON.stringify({ attempt, draft }))),
    drop: (place) => quietly((store) => store.removeItem(nameOf(place))),
  };
}
