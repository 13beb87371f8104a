import type { AttemptState } from '#case/attempt/model/replay-attempt.ts';
import { DEBRIEF_PART, type PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { loadKeyPart, loadPartOfKind } from '#case/play/use-cases/load-key-part.ts';
import { InvariantError, required } from '#kernel/model/invariant.ts';
import type { PartLoader } from '#kernel/model/part-loader.ts';
import { RULINGS_PART } from '#kinds/courtroom/model/court-exercises.ts';
import type { CourtroomKey } from '#kinds/courtroom/model/key-schemas.ts';
import { COURTROOM } from '#kinds/courtroom/model/kind.ts';
import { rulingOn } from '#kinds/courtroom/model/play.ts';
import type { OpenedMotion, RulingsPart } from './rulings-part.ts';

/** Opens the model rulings on a motion, only once the trainee has signed a ruling with its reasons. */
export async function openRulings(
  parts: PartLoader,
  part: Pick<PublicPart, 'market' | 'scenario'>,
  attempt: AttemptState,
  state: string,
  motion: string,
): Promise<OpenedMotion> {
  const response = COURTROOM.responseOf(attempt.responses, state);
  if (!response || !rulingOn(response, motion))
    throw new InvariantError(`The model rulings on ${motion} are asked for before a ruling is signed. Sign one first.`);
  const { motions } = await loadPartOfKind<RulingsPart>(parts, part, RULINGS_PART, 'key-rulings/1');
  return required(motions[motion], `the model rulings on ${motion}`);
}

/** Opens the whole key of a courtroom exercise, only once the case has ended. */
export async function openCourt(
  parts: PartLoader,
  part: Pick<PublicPart, 'market' | 'scenario'>,
  attempt: AttemptState,
): Promise<CourtroomKey> {
  if (!attempt.ended)
    throw new InvariantError('The key of a court is asked for before the case has ended. Play it to an end first.');
  const { key } = await loadKeyPart(parts, part, DEBRIEF_PART, 'key-debrief/1');
  return required(COURTROOM.keyOf(key), 'courtroom in the key of the case');
}
