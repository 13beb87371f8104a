import type { LocalCard } from '#safety/care/model/local-card.ts';

/** Storage of the local card, on this device only. */
export interface LocalCardStore {
  /**
   * False where the browser refuses storage: the card is forgotten with the page, and printing it is the way to keep
   * it.
   */
  readonly lasting: boolean;
  read(): Promise<LocalCard>;
  write(card: LocalCard): Promise<void>;
  /**
   * Calls `changed` after each write from another page or another part of this one. Returns a function that stops it.
   */
  follow(changed: () => void): () => void;
}
