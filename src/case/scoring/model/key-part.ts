import type { KeyField } from '#case/exercise/model/kind-checks.ts';
import type { AnswerKey } from './schemas.ts';

/** The field of a key for one kind of exercise; undefined if the key does not have it. */
export function keyPartOf(key: AnswerKey | undefined, field: Pick<KeyField, 'field'> | undefined): unknown {
  return key && field ? (key as Readonly<Record<string, unknown>>)[field.field] : undefined;
}
