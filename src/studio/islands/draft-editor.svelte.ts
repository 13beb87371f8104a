import type { CheckFinding } from '#case/checking/use-cases/check-report.ts';
import type { ReviewSubject } from '#case/plug/model/review-statement.ts';
import type { Seal } from '#room/packed/use-cases/pack-case.ts';
import type { StudioWorker } from '#studio/browser/studio.ts';
import { withoutLostTexts } from '#studio/model/commands/translation-commands.ts';
import type { DraftFiles } from '#studio/model/draft.ts';
import { applyEdit, type Edit, type FileValue } from '#studio/model/edit.ts';
import { caseOfDraft, type StudioCase } from '#studio/model/studio-case.ts';
import { type CasePart, partsOfFinding, touchedBy } from '#studio/model/touched-parts.ts';
import type { ShownFinding } from '#studio/screens/studio-board.ts';
import type { PhoneAds } from '#studio/use-cases/ads-by-phone.ts';
import type { DrawnDraft, FoundDraft, PackedDraft, StepTaken } from '#studio/use-cases/studio-work.ts';

/** The checker waits until an author pauses (ms). */
const PAUSE_MS = 400;

/** What the editor tells the page: files to keep on the device, and that the worker cannot go on. */
export interface DraftListener {
  kept(files: DraftFiles): void;
  broke(said: string): void;
}

/**
 * The draft that is open in the studio. An edit shows at once; the worker writes it into the files, and checks them when its
 * author pauses.
 */
export class DraftEditor {
  values = $state.raw<Readonly<Record<string, FileValue>>>({});
  files = $state.raw<DraftFiles>({});
  #simplestKind = $state('');
  canUndo = $state(false);
  canRedo = $state(false);
  checked = $state.raw<FoundDraft>();
  /** The last text that could be drawn and played, while the present one cannot. */
  drawn = $state.raw<DrawnDraft>({});
  checking = $state(false);
  /** The case as cards show it; undefined where only its text can be edited. */
  readonly edited = $derived<StudioCase | undefined>(caseOfDraft(this.files, this.values, this.#simplestKind));
  /** Parts that were touched since the last check; everything after a step that names none. */
  touched = $state.raw<ReadonlySet<CasePart> | 'all'>(new Set());
  readonly findings = $derived<readonly ShownFinding[]>(this.#marked());
  #waiting = Promise.resolve();
  #edits = 0;
  /** Steps without an answer that bring values which the page does not have. */
  #brings = 0;
  /** True while a view shows what is drawn or played. */
  #draws = false;
  #pause: ReturnType<typeof setTimeout> | undefined;
  readonly #worker: StudioWorker;
  readonly #listener: DraftListener;

  constructor(worker: StudioWorker, listener: DraftListener) {
    this.#worker = worker;
    this.#listener = listener;
  }

  /** Opens the files of a draft; what was open before is left as it is kept. */
  async open(files: DraftFiles, named?: string): Promise<void> {
    await this.#take(() => this.#worker.work.open(files, named), true, false);
    await this.#check();
  }

  /** Takes edits as one step that can be taken back; none where the place of one of them is gone. */
  edit(edits: readonly Edit[]): void {
    if (edits.length === 0) return;
    const values = { ...this.values };
    // A text that goes takes its translations along.
    let lost: readonly Edit[] = [];
    try {
      for (const edit of edits) values[edit.file] = applyEdit(values[edit.file] ?? {}, edit);
      lost = withoutLostTexts(this.values, values);
      for (const edit of lost) values[edit.file] = applyEdit(values[edit.file] ?? {}, edit);
    } catch (error) {
      // A field that closes hands on what was typed last, and its option may have been removed.
      if (error instanceof RangeError) return;
      throw error;
    }
    this.values = values;
    this.#touch(touchedBy(edits));
    // Svelte wraps what is bound in a field; the worker gets plain values.
    const plain = JSON.parse(JSON.stringify([...edits, ...lost])) as Edit[];
    // What an undo before it has brought back is not in the page yet.
    const withValues = this.#brings > 0;
    void this.#take(() => this.#worker.work.edit(plain, withValues), withValues);
  }

  /** Replaces the text of a file. */
  write(file: string, text: string): void {
    this.#touch('all');
    void this.#take(() => this.#worker.work.write(file, text));
  }

  /** Takes files that have changed where the draft lies, as a step that can be taken back. */
  replace(files: DraftFiles): void {
    void this.#take(() => this.#worker.work.replace(files), true, false);
  }

  /** Checks the draft again: the library is another one. */
  checkAgain(): void {
    this.#checkSoon();
  }

  /** Takes a file out of the draft. */
  drop(file: string): void {
    void this.#take(() => this.#worker.work.drop(file));
  }

  /** The ads that a change can name, as far as the market could be made. */
  async ads(): Promise<readonly PhoneAds[]> {
    await this.#waiting;
    return this.#worker.work.ads();
  }

  undo(): void {
    this.#touch('all');
    void this.#take(() => this.#worker.work.undo());
  }

  redo(): void {
    this.#touch('all');
    void this.#take(() => this.#worker.work.redo());
  }

  /** A view begins to show what is drawn or played, or no view does any more. */
  draw(wanted: boolean): void {
    if (wanted && !this.#draws && this.checked) void this.#fetchDrawn();
    this.#draws = wanted;
  }

  /** The case as a reviewer sees it; undefined while its story or key has faults of form. */
  async reviewSubject(): Promise<ReviewSubject | undefined> {
    await this.#waiting;
    return this.#worker.work.reviewSubject();
  }

  /** The case for a page of its own; undefined while it has an error. */
  async pack(seal?: Seal): Promise<PackedDraft | undefined> {
    await this.#waiting;
    return this.#worker.work.pack(seal);
  }

  /** Resolves when everything that was typed is in the files. */
  settled(): Promise<void> {
    return this.#waiting;
  }

  /** The findings of the last check, with those marked that a step since then may have mended. */
  #marked(): readonly ShownFinding[] {
    const found = this.checked?.findings ?? [];
    const { touched } = this;
    if (touched !== 'all' && touched.size === 0) return found;
    const isOld = ({ issue, state }: CheckFinding) =>
      touched === 'all' || partsOfFinding(issue, state).some((part) => touched.has(part));
    return found.map((finding) => (isOld(finding) ? { ...finding, isOld: true } : finding));
  }

  /** A set stays the same object while nothing new is in it, so that typing draws no finding anew. */
  #touch(parts: readonly CasePart[] | 'all'): void {
    const before = this.touched;
    if (before === 'all') return;
    if (parts === 'all') this.touched = 'all';
    else if (parts.some((part) => !before.has(part))) this.touched = new Set([...before, ...parts]);
  }

  #take(work: () => Promise<StepTaken>, brings = true, keep = true): Promise<void> {
    this.#edits += 1;
    if (brings) this.#brings += 1;
    const n = this.#edits;
    this.#waiting = this.#waiting.then(async () => {
      try {
        const state = await work();
        this.files = state.files;
        this.#simplestKind = state.simplestKind;
        this.canUndo = state.canUndo;
        this.canRedo = state.canRedo;
        // A later edit shows already: its answer brings the values of both.
        if (n === this.#edits && state.values) this.values = state.values;
        if (keep) this.#listener.kept(state.files);
      } catch (error) {
        this.#broke(error);
      } finally {
        if (brings) this.#brings -= 1;
      }
    });
    this.#checkSoon();
    return this.#waiting;
  }

  #checkSoon(): void {
    this.checking = true;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#check(), PAUSE_MS);
  }

  async #check(): Promise<void> {
    clearTimeout(this.#pause);
    await this.#waiting;
    const n = this.#edits;
    try {
      const checked = await this.#worker.work.check();
      // Something was typed meanwhile; its own check follows.
      if (n !== this.#edits) return;
      this.checked = checked;
      this.touched = new Set();
      if (this.#draws) await this.#fetchDrawn();
      this.checking = false;
    } catch (error) {
      this.#broke(error);
    }
  }

  #broke(error: unknown): void {
    this.#listener.broke(error instanceof Error ? error.message : String(error));
  }

  async #fetchDrawn(): Promise<void> {
    const { chart = this.drawn.chart, played = this.drawn.played } = await this.#worker.work.drawn();
    this.drawn = { ...(chart && { chart }), ...(played && { played }) };
  }
}
