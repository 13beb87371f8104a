import { balanceOf, type LetterBalance, letterBalanceOf, type OptionBalance } from '#case/checking/model/balance-of.ts';
import { isToWrite } from '#case/checking/model/to-write.ts';
import type { Scenario } from '#case/language/model/schemas.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import { letterOf } from '#kernel/model/letter-of.ts';
import type { FileValue } from './edit.ts';
import { type Fields, fieldsAt, isFields, optionsOf, type StudioCase, textAt, writtenStory } from './studio-case.ts';

/** The balance of the options of a scene, in a case that may be unfinished. */
export function optionBalance(edited: StudioCase, scene: string): OptionBalance {
  const state = edited.story.states[scene];
  const options = (state ? optionsOf(state) : []).map((option) => ({
    id: option.id,
    text: written(textAt(option, 'text')),
  }));
  const balance = balanceOf({ id: scene, options }, wholeKey(edited.key));
  // Options with the same text share a letter; empty ones do not.
  const lengths = balance.lengths.map((one, n) => (one.length === 0 ? { ...one, letter: letterOf(n) } : one));
  return { ...balance, lengths };
}

/** The letters of the good options, in a case that may be unfinished. */
export function letterBalance(edited: StudioCase): LetterBalance {
  const { states: top, ...story } = writtenStory(edited.story);
  const states = Object.fromEntries(
    Object.entries(top as StudioCase['story']['states'])
      .filter(([, state]) => isWhole(state))
      .map(([id, state]) => [
        id,
        state.type === 'decision'
          ? { ...state, options: optionsOf(state).map((option) => ({ ...option, text: textAt(option, 'text') })) }
          : state,
      ]),
  );
  return letterBalanceOf({ ...story, states } as unknown as Scenario, wholeKey(edited.key));
}

/** True for a scene, and for a group whose scenes are all valid. */
function isWhole(state: FileValue | undefined): boolean {
  if (!isFields(state)) return false;
  const inner =
    state.type === 'group' ? [state] : state.type === 'parallel' ? Object.values(fieldsAt(state, 'regions')) : [];
  if (state.type === 'decision' && !Array.isArray(state.options)) return false;
  return (
    (state.type !== 'parallel' || isFields(state.regions)) &&
    inner.every((part) => isFields(part) && isFields(part.states) && Object.values(part.states).every(isWhole))
  );
}

/** A placeholder has no length yet. */
const written = (text: string) => (isToWrite(text) ? '' : text);

/** A key in which each decision has options, and each option fields. */
function wholeKey(key: Fields): AnswerKey {
  const decisions = Object.entries(fieldsAt(key, 'decisions')).flatMap(([id, decision]) =>
    isFields(decision)
      ? [
          [
            id,
            {
              ...decision,
              options: Object.fromEntries(
                Object.entries(fieldsAt(decision, 'options')).filter(([, option]) => isFields(option)),
              ),
            },
          ],
        ]
      : [],
  );
  return { ...key, decisions: Object.fromEntries(decisions) } as unknown as AnswerKey;
}
