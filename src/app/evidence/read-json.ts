import { type BagFiles, readWhole } from '#formats/bagit/bag-files.ts';
import { bytesText } from '#formats/zip/text-bytes.ts';

/** A record of one page has a few kilobytes. */
const MAX_RECORD = 256 * 1024;
/** A log of as many acts as a zip may hold files. */
const MAX_LOG = 32 * 1024 ** 2;

/** The JSON value of a file of the bag; undefined where it is too large, no UTF-8 or no JSON. */
export async function readJson(bag: BagFiles, path: string): Promise<unknown> {
  const bytes = await readWhole(bag.read(path), MAX_RECORD);
  return bytes && parse(bytesText(bytes));
}

/**
 * The lines of a file that are not empty, each with its number and its value, which is undefined where the line is no JSON.
 * Undefined alone where the file is too large.
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
