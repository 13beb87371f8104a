import { createReadStream } from 'node:fs';

/** Maximum length of a line; an ad has a few hundred characters. */
export const MAX_LINE = 1_000_000;

/** Streams the lines of a file; yields undefined for a line that is too long, and stops there. */
export async function* linesOf(file: string): AsyncGenerator<string | undefined> {
  let rest = '';
  for await (const part of createReadStream(file, 'utf8') as AsyncIterable<string>) {
    const lines = (rest + part).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
    if (rest.length > MAX_LINE) return yield undefined;
  }
  if (rest !== '') yield rest;
}
