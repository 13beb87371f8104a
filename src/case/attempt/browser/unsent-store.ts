import { storageName } from '#kernel/browser/packed-page.ts';

/** Stores unfinished input across a reload, one draft per place of work. */
export interface DraftStore {
  /** The draft of that place in that attempt; undefined if there is none, or it cannot be read. */
  read(place: string, attempt: string): unknown;
  /** Replaces the draft of that place, including one of another attempt. */
  keep(place: string, attempt: string, draft: unknown): void;
  drop(place: string): void;
}

const nameOf = (place: string) => `${storageName('checkathon draft')} ${place}`;

/**
 * Drafts in this browser's local storage, which writes synchronously, so that no key press is lost. If the browser
 * refuses, a draft lives as long as its page.
 */
export function openDraftStore(storage: () => Storage = () => localStorage): DraftStore {
  const quietly = <Value>(act: (store: Storage) => Value): Value | undefined => {
    try {
      return act(storage());
    } catch {
      // Private windows and a full storage refuse. The submitted work itself is in the log.
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
