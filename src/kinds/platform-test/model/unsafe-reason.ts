import { checkDomains } from '#safety/content/model/check-domains.ts';
import { checkPersonLabels } from '#safety/content/model/check-person-labels.ts';
import { checkPhones } from '#safety/content/model/check-phones.ts';
import { createPassage, passageAsSeen } from '#safety/content/model/passage.ts';

/**
 * True if a reason has a number, an address or a label of a person that does not belong in an exercise. Only the form
 * of an objection loads these rules, which are large.
 */
export function isUnsafeReason(reason: string): boolean {
  const passage = passageAsSeen(createPassage(reason, { kind: 'pasted' }));
  return [checkPhones, checkDomains, checkPersonLabels].some((check) => check(passage).length > 0);
}
