import { textOf } from '../../market/text-of.ts';

/** The words of a line of a debrief, without the question why it is told. */
export function lineOf(line: Element): string {
  const copy = line.cloneNode(true) as Element;
  for (const why of copy.querySelectorAll('details.why')) why.remove();
  return textOf(copy);
}
