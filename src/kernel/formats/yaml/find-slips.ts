import type { Fault } from './fault.ts';
import { applyMend, type Mend } from './mend.ts';
import { partsOf } from './yaml-lines.ts';

/**
 * A slip: a fault at the place where the author made the mistake, with the line as it should read and the faults that
 * follow from it.
 */
export interface Slip<Found extends Fault> extends Fault {
  readonly mended?: { readonly line: number; readonly text: string };
  readonly follows: readonly Found[];
  /** True if it was tried: with the line mended, those faults are gone. */
  readonly sure: boolean;
}

/** The remaining faults of a text after a mend, and its distance from the expected shape; 0 if it fits. */
export interface JudgedMend<Found extends Fault> {
  readonly faults: readonly Found[];
  readonly misfits: number;
}

/** Strategy for finding slips in one kind of text. */
export interface SlipSearch<Found extends Fault> {
  /** Mends for the first fault, most likely first. */
  propose(lines: readonly string[], first: Found): readonly Mend[];
  /** Undefined if the mend does not apply. */
  judge(lines: readonly string[], mend: Mend): JudgedMend<Found> | undefined;
}

/** Maximum slips reported of one text; the remaining faults are attached to the last one. */
const MAX_SLIPS = 5;
/** Maximum characters parsed again for one slip: about seventy parses of a long case. */
const MAX_READ = 4_000_000;
const MAX_TRIES = 120;
const MAX_LINES = 60_000;
/** Parsing a fault costs as much as this many lines. */
const COST_OF_FAULT = 10;

/**
 * Finds the slips behind the faults of a text: mends of single places are tried until one removes the fault. A parser
 * stops at the line where it cannot continue, and the slip is often in another line.
 */
export function findSlips<Found extends Fault>(
  text: string,
  faults: readonly Found[],
  search: SlipSearch<Found>,
): Slip<Found>[] {
  const slips: Slip<Found>[] = [];
  let lines: readonly string[] = text.split('\n');
  let left = faults;
  // After a mend that joined two lines into one, the lines below it have moved.
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

interface Help<Found extends Fault> extends JudgedMend<Found> {
  readonly mend: Mend;
  readonly mended: readonly string[];
}

/** The first mend that leaves no faults, otherwise the one that leaves fewest. */
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

/** Syntax faults hide all others, so mending the last of them may reveal more faults than before. */
const syntaxOf = (faults: readonly Fault[]) => faults.filter(({ code }) => code === 'yaml.syntax');

/** True if fewer faults remain, and none at or before the one to be mended. */
function helps(after: readonly Fault[], before: readonly Fault[], first: Fault): boolean {
  const isSyntax = first.code === 'yaml.syntax';
  const [left, had] = isSyntax ? [syntaxOf(after), syntaxOf(before)] : [after, before];
  return left.length < had.length && left.every(({ line }) => line > first.line);
}

function isBetter(a: JudgedMend<Fault>, b: JudgedMend<Fault>): boolean {
  const by =
    syntaxOf(a.faults).length - syntaxOf(b.faults).length || a.faults.length - b.faults.length || a.misfits - b.misfits;
  return by < 0;
}
