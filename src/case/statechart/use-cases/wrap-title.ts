/** Maximum characters in a line of a drawn state. */
const MAX_LINE_CHARS = 22;
const MAX_LINES = 2;

/**
 * Wraps a title into at most two lines that fit into a drawn state; the rest is cut at a word and replaced by an
 * ellipsis.
 */
export function wrapTitle(title: string): string[] {
  const lines: string[] = [];
  for (const word of title.split(/\s+/).filter((part) => part !== '')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= MAX_LINE_CHARS)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= MAX_LINES) return lines.map((line) => cut(line, ''));
  return lines.slice(0, MAX_LINES).map((line, n) => cut(line, n === MAX_LINES - 1 ? '…' : ''));
}

/** The line, or as many whole words of it as fit together with the ellipsis. */
function cut(line: string, ellipsis: string): string {
  const letters = [...line];
  const ending = letters.length > MAX_LINE_CHARS ? '…' : ellipsis;
  if (letters.length + ending.length <= MAX_LINE_CHARS)
    return ending ? `${line.replace(/[,;:.]+$/u, '')}${ending}` : line;
  const fitting = letters.slice(0, MAX_LINE_CHARS - ending.length).join('');
  const words = fitting.slice(0, Math.max(0, fitting.lastIndexOf(' '))).trimEnd();
  return `${(words || fitting).replace(/[,;:.]+$/u, '')}${ending}`;
}
