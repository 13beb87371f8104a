import { tick } from 'svelte';
import type { PageFieldName } from '#market/ads/model/market.ts';
import { anchorOf, type MarkPlace } from './mark-place.ts';
import type { Workspace } from './workspace.svelte.ts';
import { focusNextPlace, focusPane, focusPlace, isNarrow, type PaneName, type PlaceKind } from './workspace-focus.ts';

/** What is in front on the workspace, and how the focus gets there. */
export class WorkspaceView {
  /** Which part a narrow screen shows. */
  pane = $state<PaneName>('ad');
  dialog = $state<'keys' | 'finish' | 'card'>();
  /** The element that holds the three parts. */
  parts = $state<HTMLElement>();
  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Shows a part and puts the focus on its heading, or on the first of `targets` that is there. */
  async go(to: PaneName, targets?: readonly string[]): Promise<void> {
    this.pane = to;
    await tick();
    focusPane(this.parts, to, targets);
  }

  open(adId: string): Promise<void> {
    this.#workspace.open(adId);
    return this.go('ad');
  }

  /** Opens the next ad; where there is none, asks whether the work is done. */
  async goOn(next: string | undefined): Promise<void> {
    if (next) await this.open(next);
    else this.dialog = 'finish';
  }

  /** Closes the picker; the focus returns to the sentence or field it stood under. */
  async backTo(at: MarkPlace | undefined): Promise<void> {
    this.#workspace.pick(undefined);
    await tick();
    if (at) focusPlace(this.parts, anchorOf(at, this.#workspace.sentences));
  }

  /** Puts the focus on the next line or field of the open ad. */
  async nextPlace(kind: PlaceKind): Promise<void> {
    this.pane = 'ad';
    await tick();
    focusNextPlace(this.parts, kind);
  }

  takeBreak(): void {
    this.#workspace.breakTaken = true;
    void this.go('ad');
  }

  listSame(field: PageFieldName, value: string): void {
    this.#workspace.listSame(field, value);
    if (isNarrow()) void this.go('list');
  }

  closeDialog(): void {
    this.dialog = undefined;
  }
}
