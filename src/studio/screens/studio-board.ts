import type { CheckFinding } from '#case/checking/use-cases/check-report.ts';
import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { Pattern } from '#library/content/model/schemas.ts';
import type { Edit } from '#studio/model/edit.ts';
import type { StudioCase } from '#studio/model/studio-case.ts';
import type { ExercisePattern } from '#studio/use-cases/exercise-patterns.ts';
import type { ShippedEntry } from '#studio/use-cases/shipped-case.ts';
import type { ShownTarget } from './shown-targets.ts';

/** A source that a key may cite, with the highest mark that it may carry. */
export interface CitedSource {
  readonly code: string;
  readonly title: string;
  readonly mark: string;
}

/** What cards choose from. */
export interface StudioCatalogue {
  readonly patterns: readonly Pattern[];
  readonly shipped: readonly ShippedEntry[];
  readonly markets: readonly { readonly id: string; readonly name: string }[];
  readonly sources: readonly CitedSource[];
  readonly exercises: readonly ExercisePattern[];
}

/** What cards choose from where nothing of it is there. */
export const NO_CATALOGUE: StudioCatalogue = { patterns: [], shipped: [], markets: [], sources: [], exercises: [] };

/** A finding as a card shows it. */
export interface ShownFinding extends CheckFinding {
  /** True while the checker looks again at the part of the case in which it lies: it may be mended already. */
  readonly isOld?: true;
}

/** What every part of the studio works on. */
export interface StudioBoard {
  readonly edited: StudioCase;
  readonly findings: readonly ShownFinding[];
  readonly catalogue: StudioCatalogue;
  /** What each kind is called, and what its checks find. */
  readonly kinds: Pick<Kinds, 'aboutWords'>;
  /** Address of the root of the site. */
  readonly root: string;
  /** All scenes in reading order. */
  readonly targets: readonly ShownTarget[];
  edit(edits: readonly Edit[]): void;
  /** Opens the card of a scene. */
  open(scene: string): void;
}
