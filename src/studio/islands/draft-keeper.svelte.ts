import type { Draft, DraftFiles } from '#studio/model/draft.ts';
import type { DraftShelf } from '#studio/use-cases/draft-shelf.ts';

/** Keeps the open draft on the device after each step, one save at a time; the last text wins. */
export class DraftKeeper {
  draft = $state.raw<Draft>() as Draft;
  /** Why the last save was refused; undefined where it was not. */
  refused = $state<'newer' | 'removed' | 'full' | 'fault'>();
  /** True where something was written here that is not kept. */
  unkept = $state(false);
  #next: DraftFiles | undefined;
  #saving: Promise<void> | undefined;
  readonly #shelf: DraftShelf;
  readonly #stop: () => void;

  constructor(shelf: DraftShelf, draft: Draft) {
    this.draft = draft;
    this.#shelf = shelf;
    this.#stop = shelf.listen((news) => {
      if (news.id !== this.draft.id) return;
      if ('removed' in news) this.refused = 'removed';
      else if (news.revision > this.draft.revision) this.refused = 'newer';
    });
  }

  /** Resolves when these files, or later ones, are kept or refused. */
  keep(files: DraftFiles): Promise<void> {
    this.#next = files;
    this.#saving ??= this.#save().finally(() => {
      this.#saving = undefined;
    });
    return this.#saving;
  }

  /**
   * Reads the draft again as it lies now, and goes on from there. `settled` resolves when every edit of the page has come
   * here. Returns the files, for the page to show; undefined where the draft is gone or broken, or where something would be
   * lost that was written here and `losing` does not allow it.
   */
  async readAgain(settled: () => Promise<void>, losing: boolean): Promise<DraftFiles | undefined> {
    const lying = await this.#shelf.get(this.draft.id);
    await settled();
    if (this.unkept && !losing) return undefined;
    if (lying?.state !== 'whole') {
      this.refused = 'removed';
      return undefined;
    }
    const { ticked = [], findings } = this.draft;
    this.draft = { ...lying.draft, ticked, ...(findings !== undefined && { findings }) };
    this.refused = undefined;
    this.unkept = false;
    return lying.draft.files;
  }

  /** Notes that a copy of the draft was given out. */
  async givenOut(now: string): Promise<void> {
    this.draft = { ...this.draft, givenOutAt: now };
    await this.keep(this.draft.files);
  }

  /** Notes how many findings the last check had, to be kept with the next save. */
  checked(findings: number): void {
    this.draft = { ...this.draft, findings };
  }

  /** Notes that its author has read the case for a point, or takes that back. */
  async tick(point: string, on: boolean): Promise<void> {
    const others = (this.draft.ticked ?? []).filter((one) => one !== point);
    this.draft = { ...this.draft, ticked: on ? [...others, point] : others };
    await this.keep(this.draft.files);
  }

  end(): void {
    this.#stop();
  }

  async #save(): Promise<void> {
    while (this.#next) {
      const files = this.#next;
      this.#next = undefined;
      // A second tab has the newer text: whoever goes on here would overwrite it.
      if (this.refused === 'newer' || this.refused === 'removed') {
        this.unkept = true;
        return;
      }
      try {
        const kept = await this.#shelf.keep({ ...this.draft, files });
        if ('kept' in kept) {
          this.draft = kept.kept;
          this.refused = undefined;
          this.unkept = false;
        } else {
          this.refused = kept.refused;
          this.unkept = true;
          // What was written stays in the page, to be saved as a file.
          this.draft = { ...this.draft, files };
        }
      } catch {
        this.refused = 'fault';
        this.unkept = true;
        this.draft = { ...this.draft, files };
      }
    }
  }
}
