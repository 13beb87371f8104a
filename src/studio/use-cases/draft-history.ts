import type { DraftFiles } from '#studio/model/draft.ts';

/** A replaced range of a file: the common beginning and end of both texts are not stored. */
interface Replaced {
  readonly file: string;
  readonly from: number;
  /** Undefined if the file did not exist. */
  readonly was?: string;
  readonly is?: string;
}

/** The changes of one act of an author. */
type Step = readonly Replaced[];

/** Maximum steps that can be undone; older ones are dropped. */
const MAX_STEPS = 500;

/** Undo and redo over the steps of one session. */
export interface DraftHistory {
  /** Records a change of the files; steps that were undone before can no longer be redone. */
  note(before: DraftFiles, after: DraftFiles): void;
  /** The files before the last step; undefined if there is none. */
  undo(files: DraftFiles): DraftFiles | undefined;
  /** The files after the step that was undone last; undefined if there is none. */
  redo(files: DraftFiles): DraftFiles | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export function createDraftHistory(): DraftHistory {
  let done: Step[] = [];
  let undone: Step[] = [];
  return {
    note(before, after) {
      const step = stepBetween(before, after);
      if (step.length === 0) return;
      done = [...done.slice(1 - MAX_STEPS), step];
      undone = [];
    },
    undo(files) {
      const step = done.at(-1);
      if (!step) return undefined;
      done = done.slice(0, -1);
      undone = [...undone, step];
      return applied(files, step, 'was');
    },
    redo(files) {
      const step = undone.at(-1);
      if (!step) return undefined;
      undone = undone.slice(0, -1);
      done = [...done, step];
      return applied(files, step, 'is');
    },
    get canUndo() {
      return done.length > 0;
    },
    get canRedo() {
      return undone.length > 0;
    },
  };
}

function stepBetween(before: DraftFiles, after: DraftFiles): Step {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((file): Replaced[] => {
    const [was, is] = [before[file], after[file]];
    if (was === is) return [];
    if (was === undefined || is === undefined)
      return [{ file, from: 0, ...(was !== undefined && { was }), ...(is !== undefined && { is }) }];
    const from = sameBeginning(was, is);
    const end = sameEnd(was.slice(from), is.slice(from));
    return [{ file, from, was: was.slice(from, was.length - end), is: is.slice(from, is.length - end) }];
  });
}

function applied(files: DraftFiles, step: Step, side: 'was' | 'is'): DraftFiles {
  const now: Record<string, string> = { ...files };
  for (const replaced of step) {
    const { file, from } = replaced;
    const comes = replaced[side];
    const goes = replaced[side === 'was' ? 'is' : 'was'];
    const text = now[file];
    if (comes === undefined) delete now[file];
    else if (goes === undefined || text === undefined) now[file] = comes;
    else now[file] = text.slice(0, from) + comes + text.slice(from + goes.length);
  }
  return now;
}

function sameBeginning(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let n = 0;
  while (n < most && one[n] === other[n]) n += 1;
  return n;
}

function sameEnd(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let n = 0;
  while (n < most && one[one.length - 1 - n] === other[other.length - 1 - n]) n += 1;
  return n;
}
