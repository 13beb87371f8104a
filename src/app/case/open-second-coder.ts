import type { AttemptState } from '#core/attempt/replay-attempt.ts';
import { InvariantError, required } from '#core/kernel/invariant.ts';
import type { Codes } from '#core/mapping/code-agreement.ts';
import type { MappingResponse } from '#core/mapping/play.ts';
import type { CodingBrief, MappingBrief } from '#core/mapping/schemas.ts';
import type { CompiledScenario } from '#core/scenario/compiled-scenario.ts';
import { type PublicPart, SECOND_CODER_PART } from './case-parts.ts';
import { loadKeyPart } from './load-key-part.ts';
import type { PartLoader } from './ports.ts';

/** The exercises of a case in which ads are coded, with the signs that are coded by. */
export function codedExercises({ states }: Pick<CompiledScenario, 'states'>): [string, CodingBrief][] {
  return Object.entries(states).flatMap(([id, state]) => {
    if (state.type !== 'exercise' || state.kind !== 'mapping') return [];
    const { coding } = (state.brief ?? {}) as MappingBrief;
    return coding ? [[id, coding] as [string, CodingBrief]] : [];
  });
}

/** What the second coder wrote, once the trainee's own codes stand and not before: two who work apart agree by what they saw. */
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
  const { codes } = await loadKeyPart(parts, part, SECOND_CODER_PART, 'key-second-coder/1');
  return required(codes[state], `codes of the second coder in ${state}`);
}
