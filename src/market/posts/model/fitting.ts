import type { Genre } from './genre.ts';
import type { Line } from './line.ts';
import { type Hand, suits } from './typing.ts';

/** What decides whether a line can stand in a text. */
export interface FittingOrder {
  readonly genre: Genre;
  readonly hand: Hand;
  readonly says: readonly string[];
  readonly elsewhere: readonly string[];
}

/**
 * Whether a line can stand in a text: its register, in whose words it is, and what stands beside it. `shows` is the
 * indicator that the line shows.
 */
export function fitting({ genre, hand, says, elsewhere }: FittingOrder) {
  const beside = [...says, ...elsewhere];
  const isAboutOthers = beside.some((id) => genre.aboutOthers.has(id));
  const rules = beside.flatMap((id) => {
    const rule = genre.beside.get(id);
    return rule ? [{ id, ...rule }] : [];
  });
  return (line: Line, shows: string | undefined): boolean => {
    if (line.again || !suits(line, hand)) return false;
    if (line.not.some((id) => beside.includes(id))) return false;
    // In the words of the person it speaks of, or in those of somebody else: a text has lines of one of them.
    if (genre.speaks === 'I' && (isAboutOthers ? line.speaker === 'I' : line.others)) return false;
    const words = line.written.toLowerCase();
    return rules.every(
      ({ id, facts, words: forbidden }) =>
        id === shows ||
        (!line.facts.some((fact) => facts.has(fact)) && !forbidden.some((word) => words.includes(word))),
    );
  };
}
