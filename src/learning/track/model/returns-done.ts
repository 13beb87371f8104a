import { dayOf, daysBetween, type KeptAnswer } from './kept-answer.ts';

/**
 * On which day each return was made, by its number of days after the first answer. A return is made on the first day,
 * at least so many days later, on which a question was answered again; one day counts for one return.
 */
export function returnsDone(days: readonly number[], answers: readonly KeptAnswer[]): ReadonlyMap<number, string> {
  const done = new Map<number, string>();
  const [first, ...others] = answers.map(({ wall }) => dayOf(wall)).sort();
  if (first === undefined || others.length === 0) return done;
  const again = [...new Set(answers.filter((answer) => answer.again).map(({ wall }) => dayOf(wall)))].sort();
  for (const day of days.toSorted((a, b) => a - b)) {
    const at = again.findIndex((then) => daysBetween(first, then) >= day);
    if (at < 0) break;
    done.set(day, again[at] as string);
    again.splice(0, at + 1);
  }
  return done;
}
