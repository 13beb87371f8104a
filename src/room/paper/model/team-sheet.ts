import { sumOf } from '#kernel/model/sum-of.ts';

/** A decision as it stands on a team sheet, its options in the order of the case. */
export interface SheetTask {
  readonly state: string;
  readonly title: string;
  readonly text: string;
  readonly talk: readonly { readonly who: string; readonly says: string }[];
  readonly note?: string;
  readonly question: string;
  readonly options: readonly string[];
}

/** The two pages of a team sheet: the decisions on each, and the pages with space for notes of work. */
export interface TeamSheet {
  readonly front: readonly SheetTask[];
  readonly back: readonly SheetTask[];
  /** The pages with the table for work at a screen, if there is work and space for it. */
  readonly work: { readonly front: boolean; readonly back: boolean };
  /** Decisions that do not fit, in the order of the story. */
  readonly left: readonly SheetTask[];
}

/**
 * Sizes on paper in points, as `src/room/paper/styles/paper-print.css` prints them, with a margin: a page without its head, the rest
 * of each page, and letters in a line.
 */
const PAGE = 776 - 24;
const INTRODUCTION = 104;
const FOR_DEBRIEF = 106;
/** Minimum height of a table for work: its head and some rows. */
const WORK = 150;
const LINE = 13.2;
const LETTERS_IN_LINE = 102;
const LETTERS_IN_OPTION = 47;
/** Title, question, row of votes, line for the reason, and the space between them. */
const AROUND_TASK = 94;

/** The maximum number of options of a decision, including decisions that are only on the wall. */
export const mostOptions = ({ front, back, left }: TeamSheet): number =>
  Math.max(0, ...[...front, ...back, ...left].map(({ options }) => options.length));

/** Height of a decision on a team sheet, in points. */
export function heightOf({ text, talk, note, options }: SheetTask): number {
  const lines = [text, ...talk.map(({ who, says }) => `${who}: ${says}`), ...(note ? [note] : [])].reduce(
    (sum, words) => sum + Math.ceil(words.length / LETTERS_IN_LINE),
    0,
  );
  let rows = 0;
  for (let n = 0; n < options.length; n += 2)
    rows += Math.max(...options.slice(n, n + 2).map((option) => Math.ceil(option.length / LETTERS_IN_OPTION)));
  return AROUND_TASK + LINE * (lines + rows);
}

/**
 * Puts decisions on the two pages of a team sheet, in the order of the story. If they do not fit, those that are not
 * `preferred` are left out first, from the end of the story.
 */
export function fitTeamSheet(
  tasks: readonly SheetTask[],
  hasWork: boolean,
  preferred: ReadonlySet<string> = new Set(),
): TeamSheet {
  const kept = [...tasks];
  for (;;) {
    const split = splitAt(kept);
    if (split !== undefined) {
      const front = kept.slice(0, split);
      const back = kept.slice(split);
      const isKept = new Set(kept);
      return {
        front,
        back,
        work: {
          front: hasWork && front.length === 0,
          back: hasWork && FOR_DEBRIEF + heightsOf(back) + WORK <= PAGE,
        },
        left: tasks.filter((task) => !isKept.has(task)),
      };
    }
    const out = Math.max(
      kept.findLastIndex(({ state }) => !preferred.has(state)),
      preferred.size > 0 && kept.every(({ state }) => preferred.has(state)) ? kept.length - 1 : -1,
    );
    kept.splice(out, 1);
  }
}

/** How many go on the front so that both pages fit; half of them, rounded up, if that fits. */
function splitAt(tasks: readonly SheetTask[]): number | undefined {
  const holds = (front: number) =>
    INTRODUCTION + heightsOf(tasks.slice(0, front)) <= PAGE && FOR_DEBRIEF + heightsOf(tasks.slice(front)) <= PAGE;
  const half = Math.ceil(tasks.length / 2);
  return Array.from({ length: tasks.length + 1 }, (_, n) => n)
    .sort((a, b) => Math.abs(a - half) - Math.abs(b - half) || b - a)
    .find(holds);
}

const heightsOf = (tasks: readonly SheetTask[]) => sumOf(tasks.map(heightOf));
