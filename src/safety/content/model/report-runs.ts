import { readAsSeen } from './as-read.ts';
import type { TextFinding } from './finding.ts';
import { withoutAccents } from './plain-letters.ts';
import { printOf, printsIn } from './prints.ts';

/** Words of a run: this many equal words in a row are not a coincidence. */
export const RUN_LENGTH = 8;

/** The first line of a file of prints: its format version, so that other formats are refused. */
export const REPORT_PRINTS = 'report-prints/1';

/** Words of running text; a number is a word, and punctuation, case and accents are ignored. */
const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu;

/** Names of bodies, conventions and the report itself: every text that names them uses the same words. */
const NAMES: readonly string[] = [
  'office of the special representative and co-ordinator for combating trafficking in human beings',
  'office of the special representative and coordinator for combating trafficking in human beings',
  'policy action to address technology-facilitated trafficking in human beings',
  'report of the regional consultations led in 2023 by the osce’s office of the special representative and co-ordinator for combating trafficking in human beings',
  'convention on action against trafficking in human beings',
  'organization for security and co-operation in europe',
  'protocol to prevent, suppress and punish trafficking in persons, especially women and children',
  'united nations convention against transnational organized crime',
];
const NAME_WORDS = NAMES.map((name) => wordsOf(name).map(({ word }) => word)).sort((a, b) => b.length - a.length);

/** A run of words of a text, with its print. */
export interface Run extends TextFinding {
  readonly print: string;
}

interface PlacedWord {
  readonly word: string;
  readonly at: number;
  readonly end: number;
}

function wordsOf(text: string): PlacedWord[] {
  return Array.from(text.matchAll(WORD), ({ index, 0: word }) => ({
    word: withoutAccents(word).toLowerCase().replaceAll(/['’]/g, ''),
    at: index,
    end: index + word.length,
  }));
}

/** A run in which at least this many words belong to a name is ignored. */
const MOSTLY_NAME = 5;

/** Every run of eight words of a text, except names. */
export function runsOf(text: string): Run[] {
  const words = wordsOf(text);
  const isName = partsOfNames(words);
  const runs: Run[] = [];
  for (let from = 0; from + RUN_LENGTH <= words.length; from++) {
    const run = words.slice(from, from + RUN_LENGTH);
    if (run.filter((_, n) => isName[from + n]).length >= MOSTLY_NAME) continue;
    const at = (run[0] as PlacedWord).at;
    runs.push({
      at,
      text: text.slice(at, (run.at(-1) as PlacedWord).end),
      print: printOf(run.map(({ word }) => word).join(' ')),
    });
  }
  return runs;
}

/** For each word, true if it is part of a name. */
function partsOfNames(words: readonly PlacedWord[]): boolean[] {
  const found = new Array<boolean>(words.length).fill(false);
  for (let at = 0; at < words.length; at++)
    for (const name of NAME_WORDS)
      if (name[0] === words[at]?.word && name.every((word, n) => words[at + n]?.word === word))
        found.fill(true, at, at + name.length);
  return found;
}

/**
 * The prints of all runs of a report as the lines of a file, sorted, so that they do not reveal their order in the
 * report. Footnote marks are removed, and a word hyphenated at the end of a line is read in both ways.
 */
export function writeReportPrints(report: string): string {
  const text = readAsSeen(report.replaceAll(/[\u00b9\u00b2\u00b3\u2070-\u2079]/g, '')).text;
  const readings = [text, text.replaceAll(/(?<=\p{L})-\s*\n\s*(?=\p{Ll})/gu, '')];
  const prints = [...new Set(readings.flatMap(runsOf).map(({ print }) => print))].sort();
  const lines: string[] = [];
  for (let at = 0; at < prints.length; at += PRINTS_IN_LINE) lines.push(prints.slice(at, at + PRINTS_IN_LINE).join(''));
  return `${REPORT_PRINTS}\n${lines.join('\n')}\n`;
}

const PRINTS_IN_LINE = 15;

/** Parses a file of prints; undefined if it is not such a file. */
export function readReportPrints(file: string): ReadonlySet<string> | undefined {
  const [head, ...lines] = file.split(/\r?\n/);
  return head === REPORT_PRINTS ? printsIn(lines.join('')) : undefined;
}
