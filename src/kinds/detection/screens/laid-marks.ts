import { stretchesOf } from '#kinds/detection/model/stretch.ts';
import type { Laid } from './cut-text.ts';
import { isFree, type MarkPlace } from './mark-place.ts';
import type { NumberedMark } from './numbered-mark.ts';

/** A mark over the text, or the words for which a sign is being named. */
export interface LaidMark extends Laid {
  /** Number and sign of a mark; none while it has no name. */
  readonly n?: number;
  readonly sign?: string;
  readonly isOpen: boolean;
}

/** Where everything lies that is marked in the text of an ad, and what is about to be. Fields are elsewhere. */
export function layMarks(
  sentences: readonly string[],
  marks: readonly NumberedMark[],
  open: MarkPlace | undefined,
): LaidMark[] {
  const stretchOf = stretchesOf(sentences);
  const isText = (at: string) => isFree(at) || at.startsWith('s');
  const named = marks.filter(({ mark, fits }) => fits && isText(mark.at));
  const laid = named.map(({ mark, n, sign }) => ({ ...stretchOf(mark.at), n, sign, isOpen: mark.at === open }));
  const isNew = open !== undefined && isText(open) && !named.some(({ mark }) => mark.at === open);
  return isNew ? [...laid, { ...stretchOf(open), isOpen: true }] : laid;
}
