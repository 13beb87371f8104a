import { type BagFiles, readWhole } from '#formats/bagit/bag-files.ts';
import { bytesText } from '#formats/zip/text-bytes.ts';

const MOST_BYTES = 64 * 1024 ** 2;

/** The JSON value of a file of the bag; undefined where it is too large, no UTF-8 or no JSON. */
export async function readJson(bag: BagFiles, path: string): Promise<unknown> {
  const bytes = await readWhole(bag.read(path), MOST_BYTES);
  return bytes && parse(bytesText(bytes));
}

/** One value for each line that is not empty, undefined for a line that is no JSON; undefined alone where the file is too large. */
export async function readJsonLines(bag: BagFiles, path: string): Promise<unknown[] | undefined> {
  const bytes = await readWhole(bag.read(path), MOST_BYTES);
  if (!bytes) return undefined;
  const lines = bytesText(bytes)?.split('\n') ?? ['no text'];
  return lines.filter((line) => line !== '').map(parse);
}

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
