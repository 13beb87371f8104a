import type { ZodType, z } from 'zod';
import { CHECKATHON_CHECK } from '#core/checkathon/check.ts';
import { COURTROOM_CHECK } from '#core/courtroom/check.ts';
import { DETECTION_CHECK } from '#core/detection/check.ts';
import type { ExerciseCheck } from '#core/exercise/exercise-plug.ts';
import { createRegistry } from '#core/exercise/registry.ts';
import { LEDGER_CHECK } from '#core/ledger/check.ts';
import { LINKING_CHECK } from '#core/linking/check.ts';
import { MAPPING_CHECK } from '#core/mapping/check.ts';
import { POLICY_CHECK } from '#core/policy/check.ts';
import { PRESERVATION_CHECK } from '#core/preservation/check.ts';
import { REQUESTS_CHECK } from '#core/requests/check.ts';

const SHIPPED = {
  detection: DETECTION_CHECK,
  ledger: LEDGER_CHECK,
  linking: LINKING_CHECK,
  mapping: MAPPING_CHECK,
  policy: POLICY_CHECK,
  preservation: PRESERVATION_CHECK,
  requests: REQUESTS_CHECK,
  courtroom: COURTROOM_CHECK,
  checkathon: CHECKATHON_CHECK,
};

/** How each kind is checked and built: loaded by commands, the build and the studio, with all of zod. */
export const KIND_CHECKS = createRegistry<ExerciseCheck>(SHIPPED);

type Shipped = (typeof SHIPPED)[keyof typeof SHIPPED];
type WithKey = Extract<Shipped, { readonly key: { readonly field: string; readonly schema: ZodType } }>['key'];

/** The fields that the shipped kinds add to the key of a case. */
export type KindKeys = {
  [Field in WithKey['field']]?: z.output<Extract<WithKey, { readonly field: Field }>['schema']> | undefined;
};
