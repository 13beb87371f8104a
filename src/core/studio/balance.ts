import { optionKey, optionsOf, type StudioCase, textAt } from './studio-case.ts';

/** Length of one option beside the others of its scene, in letters. */
export interface OptionLength {
  readonly option: string;
  readonly letters: number;
  readonly good: boolean;
}

/** Options within this share of the longest do not stand out by their length. */
export const EVEN_SHARE = 1 / 3;

/** Lengths of the options of a scene, in their order. */
export function lengthsOf(edited: StudioCase, scene: string): readonly OptionLength[] {
  const state = edited.story.states[scene];
  return (state ? optionsOf(state) : []).map((option) => ({
    option: option.id,
    letters: [...textAt(option, 'text')].length,
    good: textAt(optionKey(edited, scene, option.id), 'rating') === 'good',
  }));
}

/** How often a good option stands at each place, over all rated scenes of a case. */
export function placesOfGood(edited: StudioCase): { readonly counts: readonly number[]; readonly decisions: number } {
  const counts: number[] = [];
  let decisions = 0;
  for (const [id, scene] of Object.entries(edited.story.states)) {
    const options = optionsOf(scene);
    const good = options.flatMap((option, n) =>
      textAt(optionKey(edited, id, option.id), 'rating') === 'good' ? [n] : [],
    );
    if (good.length === 0) continue;
    decisions += 1;
    for (const n of options.keys()) counts[n] ??= 0;
    for (const n of good) counts[n] = (counts[n] ?? 0) + 1;
  }
  return { counts, decisions };
}
