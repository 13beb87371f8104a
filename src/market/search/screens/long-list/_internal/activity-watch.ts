/** Idle timeout (ms): after it nobody counts as active. */
const CALM = 200;
const DEEDS = ['scroll', 'resize', 'pointerdown', 'click', 'keydown'] as const;

/** Knows whether somebody is doing something at the page, and says when that is over. */
export class ActivityWatch {
  readonly #oncalm: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastDeed = performance.now();

  constructor(oncalm: () => void) {
    this.#oncalm = oncalm;
    for (const deed of DEEDS) addEventListener(deed, this.#onDeed, { capture: true, passive: true });
    this.#wait(CALM);
  }

  destroy(): void {
    for (const deed of DEEDS) removeEventListener(deed, this.#onDeed, { capture: true });
    clearTimeout(this.#timer);
  }

  get isActive(): boolean {
    return this.#timer !== undefined;
  }

  #onDeed = (): void => {
    this.#lastDeed = performance.now();
    if (!this.isActive) this.#wait(CALM);
  };

  /** One timer for all deeds of a while: when it ends, it waits for what has been done since. */
  #wait(time: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      const left = this.#lastDeed + CALM - performance.now();
      if (left > 0) this.#wait(left);
      else this.#oncalm();
    }, time);
  }
}
