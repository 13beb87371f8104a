import { type FreePlace, placeOfWords, wordsOf } from './mark-place.ts';

/** Words that are being chosen for a mark: from one to another, in the order in which they were taken. */
export class WordChoice {
  readonly #sentences: () => readonly string[];
  #anchor = $state<number>();
  #focus = $state<number>();
  /** True while the next press on a word chooses it instead of its sentence. */
  asking = $state(false);

  readonly words = $derived.by(() => wordsOf(this.#sentences()));
  readonly place = $derived.by((): FreePlace | undefined =>
    this.#anchor === undefined || this.#focus === undefined
      ? undefined
      : placeOfWords(this.words, this.#anchor, this.#focus),
  );

  constructor(sentences: () => readonly string[]) {
    this.#sentences = sentences;
  }

  clear(): void {
    this.#anchor = undefined;
    this.#focus = undefined;
    this.asking = false;
  }

  /** Takes the words from one to another, by the characters at which they begin. */
  take(anchorFrom: number, focusFrom: number): void {
    this.#anchor = this.#at(anchorFrom);
    this.#focus = this.#at(focusFrom);
  }

  /** A press on a word: the first one, then the last one. True where both are there now. */
  press(from: number): boolean {
    if (this.#anchor === undefined) {
      this.take(from, from);
      return false;
    }
    this.#focus = this.#at(from);
    return true;
  }

  /** Goes a word on or back from a sentence; `extend` keeps the first word and takes more, or gives one back. */
  step(by: 1 | -1, extend: boolean, sentence: number): void {
    const first = this.words.findIndex((word) => word.sentence === sentence);
    if (first < 0) return;
    if (this.#focus === undefined || this.#anchor === undefined) {
      this.#anchor = first;
      this.#focus = first;
      return;
    }
    const to = Math.min(this.words.length - 1, Math.max(0, this.#focus + by));
    this.#focus = to;
    if (!extend) this.#anchor = to;
  }

  #at(from: number): number | undefined {
    const at = this.words.findIndex((word) => word.from === from);
    return at < 0 ? undefined : at;
  }
}
