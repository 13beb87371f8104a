import type { KeyedFunction } from '#kernel/model/keyed-function.ts';
import type { PersonaFacts } from './facts.ts';
import type { Genre } from './genre.ts';
import { fillIn, type Line } from './line.ts';

/** Of a hundred fields of a form, how many hold an ordinary value where nothing has to show. */
const FILLED = 25;

/**
 * The fields of a site's form as a persona has filled them in: each indicator in its field, and ordinary values in some
 * others, drawn alike for everybody.
 *
 * @param shows The field of each indicator that shows in one.
 * @param told Indicators that the text tells: their fields stay empty, so that no ordinary value contradicts the text.
 */
export function fillForm(
  { form }: Pick<Genre, 'form'>,
  shows: ReadonlyMap<string, string>,
  told: readonly string[],
  persona: number,
  facts: PersonaFacts,
  draw: KeyedFunction,
): Map<string, string> {
  const filled = new Map<string, string>();
  const ofField = new Map([...shows].map(([id, field]) => [field, id]));
  let nth = 0;
  for (const [field, { ordinary, signs }] of form) {
    nth += 1;
    const id = ofField.get(field);
    if (id === undefined && (draw(persona, nth, 0) % 100 >= FILLED || told.some((one) => signs.has(one)))) continue;
    const choices = id === undefined ? ordinary : (signs.get(id) ?? []);
    const line = choices[draw(persona, nth, 1) % Math.max(1, choices.length)] as Line | undefined;
    if (line) filled.set(field, fillIn(line, facts));
  }
  return filled;
}
