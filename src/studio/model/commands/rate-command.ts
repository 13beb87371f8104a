import type { Rating } from '#case/scoring/model/schemas.ts';
import type { Edit } from '#studio/model/edit.ts';
import { fieldsAt, optionKey, type StudioCase, textAt } from '#studio/model/studio-case.ts';
import { setInOptionKey } from './option-commands.ts';
import { METER_STEPS } from './pattern-command.ts';

/**
 * The edits that rate an option. Effects from the pattern for the old rating are replaced by those for the new one;
 * effects chosen by the author stay.
 */
export function rateOption(edited: StudioCase, scene: string, option: string, rating: Rating): readonly Edit[] {
  const edits = setInOptionKey(edited, scene, option, 'rating', rating);
  const key = optionKey(edited, scene, option);
  const before = textAt(key, 'rating');
  const meters = Object.entries(fieldsAt(key, 'meters'));
  const ofPattern = Object.hasOwn(METER_STEPS, before) ? METER_STEPS[before as Rating] : undefined;
  if (meters.length === 0 || !meters.every(([, steps]) => steps === ofPattern)) return edits;
  const value = Object.fromEntries(meters.map(([meter]) => [meter, METER_STEPS[rating]]));
  return [...edits, ...setInOptionKey(edited, scene, option, 'meters', value)];
}
