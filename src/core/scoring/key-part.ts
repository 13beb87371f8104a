import type { KeyField } from '#core/exercise/exercise-plug.ts';
import type { AnswerKey } from './schemas.ts';

/** What the key of a case says for one kind of exercise; undefined where it says nothing. */
export function keyPartOf(key: AnswerKey | undefined, field: Pick<KeyField, 'field'> | undefined): unknown {
  return key && field ? (key as Readonly<Record<string, unknown>>)[field.field] : undefined;
}
