import type { AttemptState } from '#case/attempt/model/replay-attempt.ts';
import type { PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { loadPartOfKind } from '#case/play/use-cases/load-key-part.ts';
import { InvariantError, required } from '#kernel/model/invariant.ts';
import type { PartLoader } from '#kernel/model/part-loader.ts';
import type { Codes } from '#kinds/mapping/model/code-agreement.ts';
import { MAPPING } from '#kinds/mapping/model/kind.ts';
import { SECOND_CODER_PART } from '#kinds/mapping/model/play.ts';
import type { SecondCoderPart } from './second-coder-part.ts';

/**
 * Opens the second coder's codes, only once the trainee's own codes are final, so that the two coders stay independent.
 */
export async function openSecondCoder(
  parts: PartLoader,
  part: Pick<PublicPart, 'market' | 'scenario'>,
  attempt: AttemptState,
  state: string,
): Promise<Codes> {
  if (!MAPPING.responseOf(attempt.responses, state)?.compared)
    throw new InvariantError(
      `The second coder of ${state} is asked before the first one is done. Compare the codes first.`,
    );
  const { codes } = await loadPartOfKind<SecondCoderPart>(parts, part, SECOND_CODER_PART, 'key-second-coder/1');
  return required(codes[state], `codes of the second coder in ${state}`);
}
