import type { ZodMiniType } from 'zod/mini';
import { DetectionActionSchema, DetectionBriefSchema } from '#core/detection/schemas.ts';
import { LinkingActionSchema, LinkingBriefSchema } from '#core/linking/schemas.ts';
import { MappingActionSchema, MappingBriefSchema } from '#core/mapping/schemas.ts';
import { PreservationActionSchema, PreservationBriefSchema } from '#core/preservation/schemas.ts';
import { RequestsActionSchema, RequestsBriefSchema } from '#core/requests/schemas.ts';

/** The shapes of one kind of exercise: what a scenario may ask, and what a trainee may have done. */
export interface ExerciseSchemas {
  readonly brief: ZodMiniType;
  readonly action: ZodMiniType;
}

/** The shapes of each kind of exercise. A new kind adds its line here. */
export const EXERCISE_SCHEMAS: Readonly<Record<string, ExerciseSchemas>> = {
  detection: { brief: DetectionBriefSchema, action: DetectionActionSchema },
  linking: { brief: LinkingBriefSchema, action: LinkingActionSchema },
  mapping: { brief: MappingBriefSchema, action: MappingActionSchema },
  preservation: { brief: PreservationBriefSchema, action: PreservationActionSchema },
  requests: { brief: RequestsBriefSchema, action: RequestsActionSchema },
};
