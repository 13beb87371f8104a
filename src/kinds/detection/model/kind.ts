import { defineKind, type KindTypes } from '#case/exercise/model/define-kind.ts';
import type { DetectionFacts } from './facts.ts';
import type { DetectionAction, DetectionResponse } from './play.ts';
import type { DetectionBrief } from './schemas.ts';

/** The types of an exercise of finding. */
export interface DetectionKind extends KindTypes {
  readonly brief: DetectionBrief;
  readonly authored: DetectionBrief;
  readonly response: DetectionResponse;
  readonly action: DetectionAction;
  readonly key: undefined;
  readonly facts: DetectionFacts;
}

/** Briefs, responses and facts of an exercise of finding, in those types. */
export const DETECTION = defineKind<DetectionKind>('detection');
