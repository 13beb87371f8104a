import type { LocalCard } from '#core/care/local-card.ts';

/** Where the local card is kept: on this device alone. */
export interface LocalCardStore {
  /** False where the browser refuses storage: the card is forgotten with the page, and printing it is the way to keep it. */
  readonly lasting: boolean;
  read(): Promise<LocalCard>;
  write(card: LocalCard): Promise<void>;
  /** Calls whenever the card was written on another page or in another part of this one, until the answer is called. */
  follow(changed: () => void): () => void;
}
