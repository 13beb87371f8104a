import type { HiddenHalfPort, SeenExercise } from '#case/play/use-cases/hidden-half-port.ts';

/** An exercise whose hidden half is elsewhere: what was seen of it last, asked anew whenever something was done. */
export class ExerciseInRoom {
  #answer = $state.raw<SeenExercise>();
  readonly #port: HiddenHalfPort;
  readonly #state: string;
  #asking = false;
  #again = false;

  constructor(port: HiddenHalfPort, state: string) {
    this.#port = port;
    this.#state = state;
  }

  /** What is seen, in the shape of its kind; undefined before the first answer. */
  get seen(): unknown {
    return this.#answer?.seen;
  }

  /** The places that the room gives to this team; undefined for all, and before the first answer. */
  get share(): readonly string[] | undefined {
    return this.#answer?.share;
  }

  /** Whether the answer to the event of that number is still on its way; `lost` if nobody answers. */
  waitingFor(last: number): 'soon' | 'lost' | undefined {
    if (this.#answer && this.#answer.last >= last) return undefined;
    return this.#port.isSilent ? 'lost' : 'soon';
  }

  /** Asks what is seen after the event of that number. One request at a time: more are one more. */
  async look(wanted: number): Promise<void> {
    if (this.#answer && this.#answer.last >= wanted) return;
    this.#again = true;
    if (this.#asking) return;
    this.#asking = true;
    while (this.#again) {
      this.#again = false;
      const answer = await this.#port.seen(this.#state);
      if (answer) this.#answer = answer;
    }
    this.#asking = false;
  }

  /** Hours until something happens that is seen; 0 if it cannot be known, or something was done meanwhile. */
  async hoursToNext(last: number): Promise<number> {
    const answer = await this.#port.seen(this.#state, true);
    return answer?.last === last ? (answer.hoursToNext ?? 0) : 0;
  }
}
