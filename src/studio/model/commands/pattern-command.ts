import { isToWrite, toWrite } from '#case/checking/model/to-write.ts';
import type { Rating } from '#case/scoring/model/schemas.ts';
import { letterOf } from '#kernel/model/letter-of.ts';
import type { Pattern } from '#library/content/model/schemas.ts';
import type { Edit } from '#studio/model/edit.ts';
import {
  decisionKey,
  KEY_FILE,
  listAt,
  optionKey,
  optionsOf,
  STORY_FILE,
  type StudioCase,
  scenePath,
  textAt,
} from '#studio/model/studio-case.ts';
import { keyEntry } from './scene-commands.ts';

type PatternOption = Pattern['options'][number];

/** The placeholder of a reason, by rating. */
const REASONS: Readonly<Record<Rating, string>> = {
  good: 'What this protects, and for whom.',
  acceptable: 'What this protects, and what stays open.',
  harmful: 'What this does to the person or to the case.',
  red: 'What this puts at risk, and why the story ends here.',
};
/** The effect of a rating on each meter of its pattern, in steps. */
export const METER_STEPS: Readonly<Record<Rating, number>> = { good: 2, acceptable: 1, harmful: -2, red: -2 };

/** The options, rotated by pattern, so that the good one does not always have the same letter. */
export function spreadOptions({ decision, options }: Pattern): readonly PatternOption[] {
  const turns = Number(decision.slice(1)) % options.length;
  return [...options.slice(turns), ...options.slice(0, turns)];
}

/** The placeholder of an option, with the example of its pattern. */
export const exampleOf = ({ does }: PatternOption): string => toWrite(`For example: ${does}`);

/** The key of an option of a pattern: its rating, its effects, and the placeholder of a reason. */
export function exampleKey({ meters }: Pattern, { rating }: PatternOption, place: number) {
  return {
    rating,
    meters: Object.fromEntries(meters.map((meter) => [meter, METER_STEPS[rating]])),
    reason: toWrite(`Why, for option ${letterOf(place)}. ${REASONS[rating]}`),
  };
}

/**
 * The edits that make a scene a decision of the catalogue, with its principle and sources if the key has none yet, and
 * an example and a rating for each empty option. Without a pattern the scene only chooses what comes next, and its key
 * stays.
 */
export function choosePattern(edited: StudioCase, scene: string, pattern: Pattern | undefined): readonly Edit[] {
  const state = edited.story.states[scene];
  const at = [...scenePath(edited.story, scene), 'decision'];
  if (!pattern) return state?.decision === undefined ? [] : [{ do: 'remove', file: STORY_FILE, at }];
  const { decision, principle, sources } = pattern;
  const edits: Edit[] = [{ do: 'set', file: STORY_FILE, at, value: decision, after: ['type'] }];
  const key = decisionKey(edited, scene);
  const entry = ['decisions', scene];
  if (Object.keys(key).length === 0) {
    const letters = optionsOf(state ?? { type: '' }).map(({ id }) => id);
    edits.push(...keyEntry(edited.key, scene, letters));
  }
  const written = textAt(key, 'principle');
  if (written === '' || isToWrite(written))
    edits.push({ do: 'set', file: KEY_FILE, at: [...entry, 'principle'], value: principle });
  if (listAt(key, 'sources').length === 0) {
    const value = sources.map(({ code, mark, says }) => ({ code, mark, says }));
    edits.push({ do: 'set', file: KEY_FILE, at: [...entry, 'sources'], value, after: ['principle'] });
  }
  return [...edits, ...examples(edited, scene, pattern)];
}

function examples(edited: StudioCase, scene: string, pattern: Pattern): readonly Edit[] {
  const state = edited.story.states[scene] ?? { type: '' };
  const place = [...scenePath(edited.story, scene), 'options'];
  const spread = spreadOptions(pattern);
  return optionsOf(state).flatMap((option, n): readonly Edit[] => {
    const example = spread[n];
    const reason = textAt(optionKey(edited, scene, option.id), 'reason');
    if (!example || !isToWrite(textAt(option, 'text')) || !(reason === '' || isToWrite(reason))) return [];
    return [
      { do: 'set', file: STORY_FILE, at: [...place, n, 'text'], value: exampleOf(example) },
      {
        do: 'set',
        file: KEY_FILE,
        at: ['decisions', scene, 'options', option.id],
        value: exampleKey(pattern, example, n),
      },
    ];
  });
}
