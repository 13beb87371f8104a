import { type BagFiles, readWhole } from '#kernel/formats/bagit/bag-files.ts';
import { bytesText } from '#kernel/formats/zip/text-bytes.ts';

/** Maximum size of a record; a real one has a few kilobytes. */
const MAX_RECORD = 256 * 1024;
/** Maximum size of a log: enough for as many acts as a zip may hold files. */
const MAX_LOG = 32 * 1024 ** 2;

/** Parses a JSON file of the bag; undefined if it is too large, not UTF-8 or not JSON. */
export async function readJson(bag: BagFiles, path: string): Promise<unknown> {
  const bytes = await readWhole(bag.read(path), MAX_RECORD);
  return bytes && parse(bytesText(bytes));
}

/**
 * The non-empty lines of a JSON Lines file, each with its number (from 1) and its value, which is undefined if the line
 * is not JSON. Returns undefined if the file is too large.
 */
export async function readJsonLines(
  bag: BagFiles,
  path: string,
): Promise<Iterable<{ readonly line: number; readonly value: unknown }> | undefined> {
  const bytes = await readWhole(bag.read(path), MAX_LOG);
  return bytes && valuesOf(bytesText(bytes)?.split('\n') ?? ['no text']);
}

function* valuesOf(lines: readonly string[]) {
  for (const [n, text] of lines.entries()) if (text !== '') yield { line: n + 1, value: parse(text) };
}

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
