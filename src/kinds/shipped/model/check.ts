import type { ZodType, z } from 'zod';
import type { ExerciseCheck } from '#case/exercise/model/exercise-plug.ts';
import { createRegistry } from '#case/exercise/model/registry.ts';
import { COURTROOM_CHECK } from '#kinds/courtroom/model/check.ts';
import { DETECTION_CHECK } from '#kinds/detection/model/check.ts';
import { LEDGER_CHECK } from '#kinds/ledger/model/check.ts';
import { LINKING_CHECK } from '#kinds/linking/model/check.ts';
import { MAPPING_CHECK } from '#kinds/mapping/model/check.ts';
import { PLATFORM_TEST_CHECK } from '#kinds/platform-test/model/check.ts';
import { POLICY_CHECK } from '#kinds/policy/model/check.ts';
import { PRESERVATION_CHECK } from '#kinds/preservation/model/check.ts';
import { REQUESTS_CHECK } from '#kinds/requests/model/check.ts';

const SHIPPED = {
  detection: DETECTION_CHECK,
  ledger: LEDGER_CHECK,
  linking: LINKING_CHECK,
  mapping: MAPPING_CHECK,
  policy: POLICY_CHECK,
  preservation: PRESERVATION_CHECK,
  requests: REQUESTS_CHECK,
  courtroom: COURTROOM_CHECK,
  'platform-test': PLATFORM_TEST_CHECK,
};

/** How each kind is checked and built: loaded by commands, the build and the studio, with all of zod. */
export const KIND_CHECKS = createRegistry<ExerciseCheck>(SHIPPED);

type Shipped = (typeof SHIPPED)[keyof typeof SHIPPED];
type WithKey = Extract<Shipped, { readonly key: { readonly field: string; readonly schema: ZodType } }>['key'];

/** The fields that the shipped kinds add to the key of a case. */
export type KindKeys = {
  [Field in WithKey['field']]?: z.output<Extract<WithKey, { readonly field: Field }>['schema']> | undefined;
};
