/** Letters that fit into a line of a drawn state. */
const FITS = 22;
const MAX_LINES = 2;

/** A title in at most two lines that fit into a drawn state; what is left over is cut at a word, with a sign that says so. */
export function wrapTitle(title: string): string[] {
  const lines: string[] = [];
  for (const word of title.split(/\s+/).filter((part) => part !== '')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= FITS) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= MAX_LINES) return lines.map((line) => cut(line, ''));
  return lines.slice(0, MAX_LINES).map((line, n) => cut(line, n === MAX_LINES - 1 ? '…' : ''));
}

/** The line, or as many whole words of it as fit with the sign that something is left out. */
function cut(line: string, sign: string): string {
  const letters = [...line];
  const ending = letters.length > FITS ? '…' : sign;
  if (letters.length + ending.length <= FITS) return ending ? `${line.replace(/[,;:.]+$/u, '')}${ending}` : line;
  const fitting = letters.slice(0, FITS - ending.length).join('');
  const words = fitting.slice(0, Math.max(0, fitting.lastIndexOf(' '))).trimEnd();
  return `${(words || fitting).replace(/[,;:.]+$/u, '')}${ending}`;
}
