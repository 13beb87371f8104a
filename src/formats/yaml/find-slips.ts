import type { Fault } from './fault.ts';
import { applyMend, type Mend } from './mend.ts';
import { partsOf } from './yaml-lines.ts';

/** A fault at the place where its author slipped, with the line as it should read and the faults that come from it. */
export interface Slip<Found extends Fault> extends Fault {
  readonly mended?: { readonly line: number; readonly text: string };
  readonly follows: readonly Found[];
  /** True where it was tried: with the line mended those faults are gone. */
  readonly sure: boolean;
}

/** What is left of the faults of a text after a mend, and how little it is otherwise what was expected; 0 where it fits. */
export interface Judged<Found extends Fault> {
  readonly faults: readonly Found[];
  readonly misfits: number;
}

/** How slips are looked for in one kind of text. */
export interface SlipSearch<Found extends Fault> {
  /** Changes that could mend the first fault, likeliest first. */
  propose(lines: readonly string[], first: Found): readonly Mend[];
  /** Undefined where the mend is none at all. */
  judge(lines: readonly string[], mend: Mend): Judged<Found> | undefined;
}

/** So many slips are told of one text; what is left then is folded into the next fault. */
const MAX_SLIPS = 5;
/** So much text may be read again for one slip: some seventy readings of a long case. */
const MAX_READ = 4_000_000;
const MAX_TRIES = 120;
const MAX_LINES = 60_000;
/** A fault takes as long to find again as so many lines. */
const COST_OF_FAULT = 10;

/**
 * Finds the slips behind the faults of a text: changes of one place are tried, until one is found with which the fault is
 * gone. A parser stops at the line where it can no longer go on, and the slip is often in another.
 */
export function findSlips<Found extends Fault>(
  text: string,
  faults: readonly Found[],
  search: SlipSearch<Found>,
): Slip<Found>[] {
  const slips: Slip<Found>[] = [];
  let lines: readonly string[] = text.split('\n');
  let left = faults;
  // Where a mend made two lines of one, what comes after it has moved.
  const moved: { after: number; by: number }[] = [];
  const asWritten = (line: number) => moved.reduceRight((at, { after, by }) => (at > after + by ? at - by : at), line);
  const told = <Told extends Fault>(fault: Told): Told => ({ ...fault, line: asWritten(fault.line) });
  for (let first = left[0]; first; first = left[0]) {
    const found = slips.length < MAX_SLIPS ? firstThatHelps(lines, left, search) : undefined;
    if (!found) {
      slips.push({ ...told(first), follows: left.slice(1).map(told), sure: false });
      break;
    }
    const { mend, mended, faults: after } = found;
    const line = mend.at + 1;
    const shown = mend.changes.find(([changed]) => changed === mend.at)?.[1] ?? '';
    slips.push({
      code: mend.code,
      params: mend.params,
      line: asWritten(line),
      column: 1 + partsOf(lines[mend.at] ?? '').indent,
      mended: { line: asWritten(line), text: shown },
      follows: left
        .slice(1)
        .filter((fault) => !after.some((other) => isSame(other, fault)))
        .map(told),
      sure: true,
    });
    if (mended.length > lines.length) moved.push({ after: line, by: mended.length - lines.length });
    lines = mended;
    left = after;
  }
  return slips.sort((a, b) => a.line - b.line);
}

const isSame = (a: Fault, b: Fault) => a.code === b.code && a.line === b.line && a.column === b.column;

interface Help<Found extends Fault> extends Judged<Found> {
  readonly mend: Mend;
  readonly mended: readonly string[];
}

/** The first mend that leaves nothing to wish, or else the one that leaves least. */
function firstThatHelps<Found extends Fault>(
  lines: readonly string[],
  before: readonly Found[],
  search: SlipSearch<Found>,
): Help<Found> | undefined {
  const [first] = before;
  if (!first) return undefined;
  const size = lines.reduce((sum, line) => sum + line.length + 1, 0);
  const tries = Math.min(
    MAX_TRIES,
    Math.floor(MAX_READ / size),
    Math.floor(MAX_LINES / (lines.length + COST_OF_FAULT * before.length)),
  );
  let best: Help<Found> | undefined;
  for (const mend of search.propose(lines, first).slice(0, tries)) {
    const mended = applyMend(lines, mend);
    const judged = search.judge(mended, mend);
    if (!judged) continue;
    const help = { ...judged, mend, mended };
    if (judged.faults.length === 0 && judged.misfits === 0) return help;
    if (helps(judged.faults, before, first) && (!best || isBetter(judged, best))) best = help;
  }
  return best;
}

/** Faults of the syntax hide all others, so that a mend of the last of them may show more faults than there were. */
const syntaxOf = (faults: readonly Fault[]) => faults.filter(({ code }) => code === 'yaml.syntax');

/** Whether fewer faults are left, and none of them at or before the one that was to go. */
function helps(after: readonly Fault[], before: readonly Fault[], first: Fault): boolean {
  const isSyntax = first.code === 'yaml.syntax';
  const [left, had] = isSyntax ? [syntaxOf(after), syntaxOf(before)] : [after, before];
  return left.length < had.length && left.every(({ line }) => line > first.line);
}

function isBetter(a: Judged<Fault>, b: Judged<Fault>): boolean {
  const by =
    syntaxOf(a.faults).length - syntaxOf(b.faults).length || a.faults.length - b.faults.length || a.misfits - b.misfits;
  return by < 0;
}
