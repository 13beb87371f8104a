import type { LinkingAction, LinkingResponse } from '#kinds/linking/model/play.ts';
import { afterActs, undoOf } from './undo-of.ts';

interface Step {
  readonly does: readonly LinkingAction[];
  readonly undoes: readonly LinkingAction[];
  /** What was done, in words. */
  readonly words: string;
}

interface HistoryInput {
  readonly response: LinkingResponse;
  readonly act: (action: LinkingAction) => void;
}

/** Steps of the board that can be taken back, since the page was opened. Taking back is an act of the log like any other. */
export class LinkHistory {
  readonly #given: () => HistoryInput;
  #done = $state.raw<readonly Step[]>([]);
  #undone = $state.raw<readonly Step[]>([]);
  readonly last = $derived(this.#done.at(-1)?.words);
  readonly next = $derived(this.#undone.at(-1)?.words);

  constructor(given: () => HistoryInput) {
    this.#given = given;
  }

  /** Does all acts of one step. A step that changes nothing is none. */
  take(does: readonly LinkingAction[], words: string): boolean {
    const { response } = this.#given();
    const undoes = undoOf(response, does);
    if (undoes.length === 0) return false;
    this.#act(does);
    this.#done = [...this.#done, { does, undoes, words }];
    this.#undone = [];
    return true;
  }

  undo(): string | undefined {
    const step = this.#done.at(-1);
    if (!step) return undefined;
    this.#act(step.undoes);
    this.#done = this.#done.slice(0, -1);
    this.#undone = [...this.#undone, step];
    return step.words;
  }

  redo(): string | undefined {
    const step = this.#undone.at(-1);
    if (!step) return undefined;
    this.#act(step.does);
    this.#undone = this.#undone.slice(0, -1);
    this.#done = [...this.#done, step];
    return step.words;
  }

  #act(acts: readonly LinkingAction[]): void {
    let { response } = this.#given();
    for (const act of acts) {
      const after = afterActs(response, [act]);
      if (after !== response) this.#given().act(act);
      response = after;
    }
  }
}
