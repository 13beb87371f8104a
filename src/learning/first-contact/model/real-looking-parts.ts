import { checkDomains } from '#core/safety/check-domains.ts';
import { checkPhones } from '#core/safety/check-phones.ts';
import { createPassage, passageAsSeen } from '#core/safety/passage.ts';

/** Numbers and addresses of a message that are not kept for invented use: nothing real belongs in an exercise. */
export function realLookingParts(message: string): string[] {
  const passage = passageAsSeen(createPassage(message, { kind: 'pasted' }));
  return [...checkPhones(passage), ...checkDomains(passage)].map(({ params }) => String(params.text));
}
