import type { CommandIo } from './command-io.ts';

/** Invisible characters that change the writing direction or end a line, and so disguise a text. */
const INVISIBLE = /[\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

const spelledOut = (sign: string) => `\\u{${sign.codePointAt(0)?.toString(16)}}`;

/** An untrusted text as one line, without control characters and with invisible characters spelled out. */
export const oneLine = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ').replaceAll(INVISIBLE, spelledOut);

/** Applies `oneLine` to each line. */
const harmless = (text: string) => text.split('\n').map(oneLine).join('\n');

/** Prints lines to the output of a command. */
export function printLines(io: CommandIo, ...lines: readonly string[]): void {
  io.out(`${harmless(lines.join('\n'))}\n`);
}

/** Writes one message to stderr, always in one line. */
export function complain(io: CommandIo, said: string): void {
  io.say(`${oneLine(said)}\n`);
}

/** Writes a message of several lines to stderr. */
export function complainLines(io: CommandIo, said: string): void {
  io.say(`${harmless(said)}\n`);
}

/** Prints a value as JSON. Control and invisible characters become `\u` escapes, so that the value is unchanged. */
export function printJson(io: CommandIo, value: unknown, indent = 2): void {
  const text = JSON.stringify(value, null, indent).replaceAll(/[\u007f-\u009f]/g, asNumber);
  io.out(`${text.replaceAll(INVISIBLE, asNumber)}\n`);
}

const asNumber = (sign: string) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;

/** Prints a table as CSV. Cells are sanitised one by one, because its lines end with CR and LF. */
export function printCsv(io: CommandIo, rows: readonly (readonly string[])[]): void {
  io.out(rows.map((row) => `${row.map((cell) => csvCell(oneLine(cell))).join(',')}\r\n`).join(''));
}

/** A cell by RFC 4180. A text that a spreadsheet would take for a formula is prefixed with an apostrophe. */
function csvCell(text: string): string {
  const plain = /^[=+\-@]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
