/** Spans of a text, sorted and disjoint: start inclusive, end exclusive. */
export type Spans = readonly (readonly [from: number, to: number])[];

/** True if one of the spans contains the offset. */
export function covers(spans: Spans, at: number): boolean {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const [from, to] = spans[middle] as Spans[number];
    if (at < from) high = middle;
    else if (at >= to) low = middle + 1;
    else return true;
  }
  return false;
}

/** Front matter: from the first line of three dashes to the second. */
const FRONT_MATTER = /^---\r?\n[\s\S]*?\n---(?=\r?\n|$)/;

/** The list of sources in the front matter, up to the next unindented field. */
const SOURCES = /^sources:.*\n(?:(?:[ -].*)?\n)*/gm;
const SAYS = /^ +says:.*$/gm;

/** An answer that the next line marks as wrong: the page itself contradicts it. */
const WRONG_ANSWER = /^ *- text:.*\n +right: false$/gm;

const FENCED_CODE = /^```[\s\S]*?^```/gm;
const INLINE_CODE = /`[^`\n]{1,200}`/g;

/** Text between quotation marks; tags are matched first, because the quotation marks in them quote nothing. */
const TAG_OR_QUOTED = /<[A-Za-z/][^<>]{0,500}>|“[^“”]{1,300}”|„[^„“]{1,300}“|«[^«»]{1,300}»|"[^"\n]{1,300}"/g;

/** The spans of a lesson that are code, cited, or quoted. A single text of the catalogue has no front matter. */
export function spansOf(text: string): Record<'code' | 'cited' | 'quoted', Spans> {
  const head = FRONT_MATTER.exec(text)?.[0] ?? '';
  const inHead = (pattern: RegExp) => found(head, pattern);
  const body = (pattern: RegExp) => found(text, pattern).filter(([from]) => from >= head.length);
  // In front matter a straight quotation mark is YAML syntax.
  const marks = found(text, TAG_OR_QUOTED).filter(
    ([from]) => text[from] !== '<' && (text[from] !== '"' || from >= head.length),
  );
  return {
    code: merged([...body(FENCED_CODE), ...body(INLINE_CODE)]),
    cited: merged([...inHead(SOURCES), ...inHead(SAYS)]),
    quoted: merged([...inHead(WRONG_ANSWER), ...marks]),
  };
}

function found(text: string, pattern: RegExp): [number, number][] {
  return Array.from(text.matchAll(pattern), (match) => [match.index, match.index + match[0].length]);
}

/** Sorts the spans and merges overlapping ones. */
function merged(spans: [number, number][]): Spans {
  const sorted = spans.sort(([a], [b]) => a - b);
  const apart: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = apart.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else apart.push([from, to]);
  }
  return apart;
}
