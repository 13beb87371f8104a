import { storageName } from '#kernel/browser/packed-page.ts';

/** Keeps what was typed and not sent across a reload, one value for each place of work. */
export interface UnsentStore {
  /** What was kept of that place in that attempt; undefined if there is none, or it cannot be read. */
  read(place: string, attempt: string): unknown;
  /** Replaces what was kept of that place, including that of another attempt. */
  keep(place: string, attempt: string, unsent: unknown): void;
  drop(place: string): void;
}

/** The name in the storage of a browser stays, so that what was kept before an update is found. */
const nameOf = (place: string) => `${storageName('checkathon draft')} ${place}`;

/**
 * A store in this browser's local storage, which writes synchronously, so that no key press is lost. If the browser
 * refuses, what was typed lives as long as its page.
 */
export function openUnsentStore(storage: () => Storage = () => localStorage): UnsentStore {
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
    keep: (place, attempt, unsent) =>
      quietly((store) => store.setItem(nameOf(place), JSON.stringify({ attempt, draft: unsent }))),
    drop: (place) => quietly((store) => store.removeItem(nameOf(place))),
  };
}
