/** Stretches of a text, sorted and apart from each other: start included, end not. */
export type Spans = readonly (readonly [from: number, to: number])[];

/** True where one of the stretches holds the place. */
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

/** Everything between the first two lines of three dashes. */
const FRONT_MATTER = /^---\r?\n[\s\S]*?\n---(?=\r?\n|$)/;

/** In the head of a page: the list of sources, up to the next field that stands at the margin. */
const SOURCES = /^sources:.*\n(?:(?:[ -].*)?\n)*/gm;
const SAYS = /^ +says:.*$/gm;

/** An answer that the next line calls wrong says what somebody might say, and the page says why not. */
const WRONG_ANSWER = /^ *- text:.*\n +right: false$/gm;

const FENCED_CODE = /^```[\s\S]*?^```/gm;
const INLINE_CODE = /`[^`\n]{1,200}`/g;

/** Text between quotation marks; tags are read first, because their own marks quote nothing. */
const TAG_OR_QUOTED = /<[A-Za-z/][^<>]{0,500}>|“[^“”]{1,300}”|„[^„“]{1,300}“|«[^«»]{1,300}»|"[^"\n]{1,300}"/g;

/** The stretches of a lesson that are code, cited, or quoted. A single text of the catalogue has no head. */
export function spansOf(text: string): Record<'code' | 'cited' | 'quoted', Spans> {
  const head = FRONT_MATTER.exec(text)?.[0] ?? '';
  const inHead = (pattern: RegExp) => found(head, pattern);
  const body = (pattern: RegExp) => found(text, pattern).filter(([from]) => from >= head.length);
  // In the head of a page a straight mark is part of how the field is written.
  const marks = found(text, TAG_OR_QUOTED).filter(
    ([from]) => text[from] !== '<' && (text[from] !== '"' || from >= head.length),
  );
  return {
    code: joined([...body(FENCED_CODE), ...body(INLINE_CODE)]),
    cited: joined([...inHead(SOURCES), ...inHead(SAYS)]),
    quoted: joined([...inHead(WRONG_ANSWER), ...marks]),
  };
}

function found(text: string, pattern: RegExp): [number, number][] {
  return Array.from(text.matchAll(pattern), (match) => [match.index, match.index + match[0].length]);
}

/** Sorted, and stretches that overlap made into one. */
function joined(spans: [number, number][]): Spans {
  const sorted = spans.sort(([a], [b]) => a - b);
  const apart: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = apart.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else apart.push([from, to]);
  }
  return apart;
}
