import { defineKind, type KindTypes } from '#case/exercise/model/define-kind.ts';
import type { MappingFacts } from './facts.ts';
import type { MappingAction, MappingResponse } from './play.ts';
import type { MappingBrief } from './schemas.ts';

/** The types of a map. */
export interface MappingKind extends KindTypes {
  readonly brief: MappingBrief;
  readonly authored: MappingBrief;
  readonly response: MappingResponse;
  readonly action: MappingAction;
  readonly key: undefined;
  readonly facts: MappingFacts;
}

/** Briefs, responses and facts of a map, in those types. */
export const MAPPING = defineKind<MappingKind>('mapping');
