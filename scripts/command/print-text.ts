import type { CommandIo } from './command-io.ts';

/** Signs that turn the direction of writing or end a line unseen, so that a text is read as another one. */
const TURNING = /[\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

const spelledOut = (sign: string) => `\\u{${sign.codePointAt(0)?.toString(16)}}`;

/** A text of others as one line: it reaches no terminal as a command, and nothing in it is read as something else. */
export const oneLine = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ').replaceAll(TURNING, spelledOut);

/** Lines, each of them as harmless as `oneLine` makes it. */
const harmless = (text: string) => text.split('\n').map(oneLine).join('\n');

/** Prints lines as the answer of a command. */
export function printLines(io: CommandIo, ...lines: readonly string[]): void {
  io.out(`${harmless(lines.join('\n'))}\n`);
}

/** Says one thing beside the answer, in one line whatever it holds. */
export function complain(io: CommandIo, said: string): void {
  io.say(`${oneLine(said)}\n`);
}

/** Says some lines beside the answer. */
export function complainLines(io: CommandIo, said: string): void {
  io.say(`${harmless(said)}\n`);
}

/** Prints a value as JSON. The signs that a terminal obeys are written as numbers, so that the value stays what it is. */
export function printJson(io: CommandIo, value: unknown, indent = 2): void {
  const text = JSON.stringify(value, null, indent).replaceAll(/[\u007f-\u009f]/g, asNumber);
  io.out(`${text.replaceAll(TURNING, asNumber)}\n`);
}

const asNumber = (sign: string) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;

/** Prints a table as CSV. Its cells are made harmless one by one, since its lines end with CR and LF. */
export function printCsv(io: CommandIo, rows: readonly (readonly string[])[]): void {
  io.out(rows.map((row) => `${row.map((cell) => csvCell(oneLine(cell))).join(',')}\r\n`).join(''));
}

/** As RFC 4180 has it. A text that a spreadsheet would take for a formula has an apostrophe before it. */
function csvCell(text: string): string {
  const plain = /^[=+\-@]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
