import type { PublicPart } from '#app/case/case-parts.ts';
import { loadPartOfKind } from '#app/case/load-key-part.ts';
import type { AttemptState } from '#core/attempt/replay-attempt.ts';
import { InvariantError, required } from '#core/kernel/invariant.ts';
import type { PartLoader } from '#core/kernel/part-loader.ts';
import type { Codes } from '#core/mapping/code-agreement.ts';
import type { MappingResponse } from '#core/mapping/play.ts';
import { SECOND_CODER_PART, type SecondCoderPart } from './second-coder-part.ts';

/**
 * Opens the second coder's codes, only once the trainee's own codes are final, so that the two coders stay independent.
 */
export async function openSecondCoder(
  parts: PartLoader,
  part: Pick<PublicPart, 'market' | 'scenario'>,
  attempt: AttemptState,
  state: string,
): Promise<Codes> {
  const response = attempt.responses[state] as MappingResponse | undefined;
  if (!response?.compared)
    throw new InvariantError(
      `The second coder of ${state} is asked before the first one is done. Compare the codes first.`,
    );
  const { codes } = await loadPartOfKind<SecondCoderPart>(parts, part, SECOND_CODER_PART, 'key-second-coder/1');
  return required(codes[state], `codes of the second coder in ${state}`);
}
