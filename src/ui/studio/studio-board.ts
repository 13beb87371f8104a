import type { CheckFinding } from '#app/library/check-report.ts';
import type { Edit } from '#core/studio/edit.ts';
import type { StudioCase } from '#core/studio/studio-case.ts';

/** A decision of the catalogue, as a card chooses it. */
export interface DecisionPattern {
  readonly decision: string;
  readonly title: string;
  readonly principle: string;
  readonly sources: readonly { readonly code: string; readonly mark: string; readonly says: string }[];
}

/** A source that a key may cite, with the highest mark that it may carry. */
export interface CitedSource {
  readonly code: string;
  readonly title: string;
  readonly mark: string;
}

/** An exercise of a shipped case that a case of one's own can have too. */
export interface ExercisePattern {
  readonly kind: string;
  /** What trainees do in it, in a few words. */
  readonly name: string;
}

/** What cards choose from. */
export interface StudioCatalogue {
  readonly patterns: readonly DecisionPattern[];
  readonly sources: readonly CitedSource[];
  readonly exercises: readonly ExercisePattern[];
}

/** What every part of the studio works on. */
export interface StudioBoard {
  readonly edited: StudioCase;
  readonly findings: readonly CheckFinding[];
  readonly catalogue: StudioCatalogue;
  edit(edits: readonly Edit[]): void;
  /** Opens the card of a scene. */
  open(scene: string): void;
}
