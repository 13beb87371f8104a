const FIRST = 1_024;

/** A growing list of integers in a typed array, so that millions of them take no more than their bytes. */
export class IntList {
  length = 0;
  #numbers = new Int32Array(FIRST);

  push(number: number): void {
    if (this.length === this.#numbers.length) {
      const larger = new Int32Array(2 * this.length);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.length++] = number;
  }

  at(place: number): number {
    return this.#numbers[place] as number;
  }

  /** A view of the numbers so far, without a copy. */
  toArray(): Int32Array {
    return this.#numbers.subarray(0, this.length);
  }
}
