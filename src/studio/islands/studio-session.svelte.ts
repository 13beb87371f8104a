import { siteRoot } from '#kernel/browser/site-root.ts';
import { allowOwnScripts } from '#kernel/browser/trusted-types.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { type StudioWorker, startStudio } from '#studio/browser/studio.ts';
import type { Draft } from '#studio/model/draft.ts';
import type { DraftShelf } from '#studio/use-cases/draft-shelf.ts';
import type { FolderHeard } from '#studio/use-cases/folder-shelf.ts';
import { DraftEditor } from './draft-editor.svelte.ts';
import { DraftKeeper } from './draft-keeper.svelte.ts';
import type { PlayMemory } from './play-memory.ts';

/** What is typed reaches the draft before this pause (ms) is over. */
const PAUSE_MS = 1_000;

/** Where the drafts of a page lie, and against what they are checked. */
export interface StudioSources<Shelf extends DraftShelf> {
  readonly openShelf: () => Promise<Shelf>;
  /** Address of the library against which cases are checked, below the root of the site. */
  readonly library: string;
  /** Hears of the folder in which the drafts lie; undefined where they lie in the browser. */
  readonly follow: ((shelf: Shelf, heard: FolderHeard) => () => void) | undefined;
}

/** What a page of the studio works with: the shelf of drafts, the worker that checks them, and the draft that is open. */
export class StudioSession<Shelf extends DraftShelf> {
  root = $state('');
  shelf = $state.raw<Shelf>();
  editor = $state.raw<DraftEditor>();
  keeper = $state.raw<DraftKeeper>();
  /** What the view “Play” keeps of this draft. */
  memory = $state.raw<PlayMemory>({});
  /** What the shelf or the worker said when it could not go on. */
  broken = $state<string>();
  /** True where the draft that was asked for is not on the shelf. */
  gone = $state(false);
  /** True while the program that serves the folder is lost. */
  lost = $state(false);
  libraryFaults = $state.raw<readonly Issue[]>([]);
  isTyping = $state(false);
  #pause: ReturnType<typeof setTimeout> | undefined;
  #worker: StudioWorker | undefined;
  #starting: Promise<StudioWorker | undefined> | undefined;
  readonly #sources: StudioSources<Shelf>;

  constructor(sources: StudioSources<Shelf>) {
    this.#sources = sources;
  }

  /** True where the drafts lie in a folder, which other programs write too. */
  get isInFolder(): boolean {
    return this.#sources.follow !== undefined;
  }

  /** Opens the shelf, and calls `opened` once it is there. Gives the way to stop. */
  begin(opened: () => void): () => void {
    this.root = siteRoot();
    allowOwnScripts(this.root);
    let leave: (() => void) | undefined;
    this.#sources
      .openShelf()
      .then((shelf) => {
        this.shelf = shelf;
        leave = this.#sources.follow?.(shelf, {
          reached: (there) => this.#reached(there),
          library: () => void this.#learn(),
        });
        opened();
      })
      .catch((error: unknown) => this.#broke(error));
    return () => {
      clearTimeout(this.#pause);
      leave?.();
      this.keeper?.end();
      this.#worker?.end();
    };
  }

  /** The worker, started once; undefined where it cannot be. */
  startWorker(): Promise<StudioWorker | undefined> {
    this.#starting ??= startStudio(`${this.root}${this.#sources.library}`, (said) => {
      this.broken = said;
    }).catch((error: unknown) => {
      this.#broke(error);
      return undefined;
    });
    return this.#starting;
  }

  async open(id: string): Promise<void> {
    this.gone = false;
    if (!this.shelf) return;
    const lying = await this.shelf.get(id);
    if (lying?.state !== 'whole') {
      this.gone = true;
      this.editor = undefined;
      this.keeper = undefined;
      return;
    }
    await this.#openFiles(this.shelf, lying.draft);
  }

  close(): void {
    this.keeper?.end();
    this.keeper = undefined;
    this.editor = undefined;
  }

  /** Shows the draft as it lies now. What was written here and is not kept can be brought back with “Undo”. */
  async readAgain(losing: boolean): Promise<void> {
    const { editor, keeper } = this;
    if (!editor || !keeper) return;
    const files = await keeper.readAgain(() => editor.settled(), losing);
    if (files && editor === this.editor) editor.replace(files);
  }

  /** Notes that something is being typed. */
  type(): void {
    this.isTyping = true;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.isTyping = false;
    }, PAUSE_MS);
  }

  async #openFiles(shelf: Shelf, opened: Draft): Promise<void> {
    this.#worker = await this.startWorker();
    if (!this.#worker) return;
    this.keeper?.end();
    const opening = new DraftKeeper(shelf, opened);
    const next = new DraftEditor(this.#worker, {
      kept: (files) => void opening.keep(files),
      broke: (said) => {
        this.broken = said;
      },
    });
    // A case from elsewhere is shown after it was checked.
    await next.open(opened.files, opened.folder);
    this.keeper = opening;
    this.memory = {};
    this.editor = next;
  }

  /** What was written while the folder could not be reached is written into it now. */
  #reached(there: boolean): void {
    const { editor, keeper } = this;
    this.lost = !there;
    if (there && editor && keeper?.refused === 'fault') void keeper.keep(editor.files);
  }

  /** The library of the folder has changed. While it has faults, cases are checked against the one before. */
  async #learn(): Promise<void> {
    this.libraryFaults = (await this.#worker?.learn()) ?? [];
    this.editor?.checkAgain();
  }

  #broke(error: unknown): void {
    this.broken = error instanceof Error ? error.message : String(error);
  }
}
