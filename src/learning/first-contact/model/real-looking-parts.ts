import { checkDomains } from '#safety/content/model/check-domains.ts';
import { checkPhones } from '#safety/content/model/check-phones.ts';
import { createPassage, passageAsSeen } from '#safety/content/model/passage.ts';

/** Numbers and addresses of a message that are not kept for invented use: nothing real belongs in an exercise. */
export function realLookingParts(message: string): string[] {
  const passage = passageAsSeen(createPassage(message, { kind: 'pasted' }));
  return [...checkPhones(passage), ...checkDomains(passage)].map(({ params }) => String(params.text));
}
