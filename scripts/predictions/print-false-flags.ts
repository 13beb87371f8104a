import type { FalseFlag } from '#bench/predictions/model/false-flags.ts';
import type { CommandIo } from '../command/command-io.ts';
import { oneLine, printLines } from '../command/print-text.ts';
import type { FalseFlagInWords, LabelInWords } from './read-false-flags.ts';

/** Who is behind an ad that is not to be found, in words. */
const BEHIND: Readonly<Record<FalseFlag['control'], string>> = {
  none: 'nobody controls it but the person',
  thirdParty: 'a lawful house or agency runs it',
  fraud: 'a fraud against customers, which is not to be found',
  controlled: 'controlled',
  deceptive: 'deceptive',
};

/** Characters of a line. */
const WIDTH = 110;

/** Prints false flags as a visitor of the site meets the ads, each with what the truth says of it. */
export function printFalseFlags(io: CommandIo, all: number, drawn: readonly FalseFlagInWords[]): void {
  const head =
    all === 0 ? 'no flag is false in this market' : `false flags, ${drawn.length} of ${all}, drawn by chance`;
  printLines(io, '', head, ...drawn.flatMap((flag) => ['', ...flagLines(flag)]));
}

function flagLines({ ad, probability, control, site, title, text, fields, labels }: FalseFlagInWords): string[] {
  const why = Map.groupBy(labels, (label) => label.why);
  return [
    `${ad}: the tool said ${probability}, and the truth says: ${BEHIND[control]}`,
    ...wrapped(`${site}: ${title}`, '  '),
    ...wrapped(text, '  '),
    ...wrapped(fields.map(([name, value]) => `${name}: ${value}.`).join(' '), '  '),
    ...(labels.length === 0 ? ['  The truth names no sign, trap or cue in it.'] : []),
    ...[...why].flatMap(([reason, same]) => [
      ...wrapped(`why: ${reason}`, '  '),
      ...same.flatMap((label) => wrapped(labelLine(label), '    ')),
    ]),
  ];
}

const labelLine = ({ kind, indicator, at, words }: LabelInWords) =>
  `${kind} ${indicator}: ${words === undefined ? at : `“${words}”`}`;

/** A text in lines of some width, each with its indent; a longer word is not cut. */
function wrapped(text: string, indent: string): string[] {
  const lines: string[] = [];
  for (const word of oneLine(text).split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= WIDTH) lines.push(`${indent}${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
