import { defineKind, type KindTypes } from '#case/exercise/model/define-kind.ts';
import type { PreservationFacts } from './facts.ts';
import type { PreserveKey } from './key-schemas.ts';
import type { PreservationAction, PreservationResponse } from './play.ts';
import type { PreservationBrief } from './schemas.ts';

/** The types of a bench. */
export interface PreservationKind extends KindTypes {
  readonly brief: PreservationBrief;
  readonly authored: PreservationBrief;
  readonly response: PreservationResponse;
  readonly action: PreservationAction;
  readonly key: PreserveKey;
  readonly facts: PreservationFacts;
}

/** Briefs, responses and facts of a bench, in those types. */
export const PRESERVATION = defineKind<PreservationKind>('preservation', { keyField: 'preserve' });
