import type { FoundWords } from '#learning/first-contact/model/read-message.ts';

/** A stretch of a message: plain, or words that a rule has found. */
export interface MessagePart {
  readonly text: string;
  readonly speaks?: FoundWords['speaks'];
}

/** Cuts a message at the words found. Where those of two rules overlap, harm is shown. */
export function markedParts(message: string, found: readonly FoundWords[]): MessagePart[] {
  const edges = [...new Set([0, message.length, ...found.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  const parts: MessagePart[] = [];
  for (const [at, from] of edges.slice(0, -1).entries()) {
    const over = found.filter((words) => words.from <= from && words.to > from);
    const speaks = over.find((words) => words.speaks === 'harm')?.speaks ?? over[0]?.speaks;
    const text = message.slice(from, edges[at + 1]);
    const last = parts.at(-1);
    if (last && last.speaks === speaks) parts[parts.length - 1] = { ...last, text: last.text + text };
    else parts.push(speaks ? { text, speaks } : { text });
  }
  return parts;
}
