import type { Role } from '#case/language/model/role.ts';
import type { AnswerKey } from './schemas.ts';

/**
 * The answers as they hold in one role: the model path without the steps that only another role comes to. A case without
 * roles has no such steps.
 */
export function keyInRole(key: AnswerKey, role: Role | undefined): AnswerKey {
  const isOwn = ([, , only]: AnswerKey['model'][number]) => only === undefined || only === role;
  return key.model.every(isOwn) ? key : { ...key, model: key.model.filter(isOwn) };
}
