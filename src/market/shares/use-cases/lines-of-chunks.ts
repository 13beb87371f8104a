const NEW_LINE = 10;

/** Maximum bytes of a line; the truth about an ad has a few thousand. */
const MAX_LINE = 4_000_000;

/**
 * Cuts chunks into lines, each with its end; the last one may lack it. A line that is too long ends the lines without
 * its own end.
 */
export function* linesOfChunks(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  let rest: Uint8Array[] = [];
  let length = 0;
  for (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(NEW_LINE); end >= 0; end = chunk.indexOf(NEW_LINE, from)) {
      const part = chunk.subarray(from, end + 1);
      yield rest.length === 0 ? part : joined([...rest, part], length + part.length);
      [rest, length, from] = [[], 0, end + 1];
    }
    if (from === chunk.length) continue;
    rest.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > MAX_LINE) break;
  }
  if (length > 0) yield joined(rest, length);
}

/** True for a line that has its end. */
export const isWhole = (line: Uint8Array): boolean => line.at(-1) === NEW_LINE;

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
