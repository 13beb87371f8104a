import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { type Edit, type EditPath, type FileValue, placeAfter } from '#studio/model/edit.ts';
import { writeItem, writeValue } from './write-value.ts';

type Entry = Pair<Node, Node | null>;

/** A part of a text, and what comes in its place. */
interface Splice {
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

/**
 * The text after an edit of the lines that it names; undefined where the form of the file does not allow it. Whoever calls
 * reads the result again: a rare form, such as an explicit key, may come out wrong.
 */
export function editInPlace(text: string, document: Document, edit: Edit): string | undefined {
  const splice = spliceOf(text, document, edit);
  if (!splice) return undefined;
  const { from, to, by } = splice;
  return text.slice(0, from) + (text.includes('\r\n') ? by.replaceAll(/\r?\n/g, '\r\n') : by) + text.slice(to);
}

function spliceOf(text: string, document: Document, edit: Edit): Splice | undefined {
  const last = edit.at.at(-1);
  const parent = nodeAt(document.contents, edit.at.slice(0, -1));
  if (last === undefined || !isCollection(parent)) return undefined;
  if (isMap(parent)) {
    const map = parent as YAMLMap<Node, Node | null>;
    if (edit.do === 'set') return setField(text, map, String(last), edit);
    return edit.do === 'remove' ? removeField(text, map, String(last)) : undefined;
  }
  if (!isSeq(parent) || typeof last !== 'number') return undefined;
  const list = parent as YAMLSeq<Node>;
  if (edit.do === 'set') return setItem(text, list, last, edit.value);
  if (edit.do === 'insert') return insertItem(text, list, last, edit.value);
  return edit.do === 'remove' ? removeItem(text, list, last) : moveItem(text, list, last, edit.to);
}

function setField(text: string, map: YAMLMap<Node, Node | null>, key: string, edit: Edit & { do: 'set' }) {
  const entry = map.items.find((item) => nameOf(item) === key);
  if (!entry) return addField(text, map, key, edit);
  const value = entry.value;
  if (map.flow) return value?.range ? { from: value.range[0], to: value.range[1], by: inFlow(edit.value) } : undefined;
  const colon = colonOf(text, entry);
  const from = start(map) ?? 0;
  const to = entryEnd(text, entry);
  const source = fieldSource(edit.value, columnOf(text, from), commentBehind(text, to), isFolded(value));
  return { from: colon + 1, to, by: source };
}

/** What stands behind the colon of a field, with the blank before it. */
function fieldSource(value: FileValue, column: number, comment: boolean, folded: boolean): string {
  if (comment) return ` ${inFlow(value)}`;
  const source = writeValue(value, { style: 'lines', indent: column }, folded);
  return source.startsWith('\n') ? source : ` ${source}`;
}

function addField(text: string, map: YAMLMap<Node, Node | null>, key: string, edit: Edit & { do: 'set' }) {
  const names = map.items.map((item) => nameOf(item));
  const place = placeAfter(names, edit.after);
  const before = map.items[place - 1];
  const next = map.items[place];
  if (map.flow) {
    const field = `${inFlow(key)}: ${inFlow(edit.value)}`;
    if (before) return insertAt(entryEnd(text, before), `, ${field}`);
    return next ? insertAt(start(next.key) ?? 0, `${field}, `) : undefined;
  }
  const column = columnOf(text, start(map.items[0]?.key) ?? 0);
  const field = `${inFlow(key)}:${fieldSource(edit.value, column, false, false)}`;
  if (!before) return next ? insertAt(start(next.key) ?? 0, `${field}\n${' '.repeat(column)}`) : undefined;
  const apart = isApart(text, map.items, (item) => start(item.key) ?? 0);
  return insertAt(lineEnd(text, entryEnd(text, before)), `${apart ? '\n' : ''}\n${' '.repeat(column)}${field}`);
}

function removeField(text: string, map: YAMLMap<Node, Node | null>, key: string): Splice | undefined {
  const n = map.items.findIndex((item) => nameOf(item) === key);
  const entry = map.items[n];
  if (!entry || map.items.length === 1) return undefined;
  const from = start(entry.key) ?? 0;
  const next = map.items[n + 1];
  if (map.flow)
    return cut(
      from,
      entryEnd(text, entry),
      map.items[n - 1] && entryEnd(text, map.items[n - 1] as Entry),
      start(next?.key),
    );
  if (isFirstOnLine(text, from)) return cutLines(text, from, entryEnd(text, entry), n > 0);
  // The first field behind a dash: the next one takes its place.
  return next ? { from, to: start(next.key) ?? from, by: '' } : undefined;
}

function setItem(text: string, list: YAMLSeq<Node>, index: number, value: FileValue): Splice | undefined {
  const item = list.items[index];
  const from = start(item);
  if (!item || from === undefined) return undefined;
  if (list.flow) return { from, to: item.range?.[1] ?? from, by: inFlow(value) };
  const dash = dashOf(text, from);
  const to = nodeEnd(text, item);
  if (dash === undefined) return undefined;
  const by = commentBehind(text, to) ? inFlow(value) : writeItem(value, columnOf(text, dash));
  return { from: dash, to, by: `- ${by}` };
}

function insertItem(text: string, list: YAMLSeq<Node>, index: number, value: FileValue): Splice | undefined {
  const before = list.items[index - 1];
  const next = list.items[index];
  if (!before && !next) return undefined;
  if (list.flow)
    return before
      ? insertAt(before.range?.[1] ?? 0, `, ${inFlow(value)}`)
      : insertAt(start(next) ?? 0, `${inFlow(value)}, `);
  const first = dashOf(text, start(list.items[0]) ?? 0);
  if (first === undefined) return undefined;
  const column = columnOf(text, first);
  const written = `- ${writeItem(value, column)}`;
  const gap = isApart(text, list.items, (item) => start(item) ?? 0) ? '\n\n' : '\n';
  if (before) return insertAt(lineEnd(text, nodeEnd(text, before)), `${gap}${' '.repeat(column)}${written}`);
  return insertAt(first, `${written}${gap}${' '.repeat(column)}`);
}

function removeItem(text: string, list: YAMLSeq<Node>, index: number): Splice | undefined {
  const item = list.items[index];
  const from = start(item);
  if (!item || from === undefined || list.items.length === 1) return undefined;
  const before = list.items[index - 1];
  if (list.flow) return cut(from, item.range?.[1] ?? from, before?.range?.[1], start(list.items[index + 1]));
  const dash = dashOf(text, from);
  if (dash === undefined) return undefined;
  if (isFirstOnLine(text, dash)) return cutLines(text, dash, nodeEnd(text, item), index > 0);
  const next = dashOf(text, start(list.items[index + 1]) ?? 0);
  return next === undefined ? undefined : { from: dash, to: next, by: '' };
}

/** Items change places with the comments above them; blank lines between them stay where they are. */
function moveItem(text: string, list: YAMLSeq<Node>, index: number, to: number): Splice | undefined {
  const order = list.items.map((_, n) => n);
  const [moved] = order.splice(index, 1);
  if (moved === undefined) return undefined;
  order.splice(to, 0, moved);
  const parts = list.items.map((item, n) => {
    const from = start(item) ?? 0;
    if (list.flow) return { from, to: item.range?.[1] ?? from };
    const dash = dashOf(text, from) ?? from;
    return { from: n > 0 ? commentsAbove(text, dash) : dash, to: lineEnd(text, nodeEnd(text, item)) };
  });
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return undefined;
  const by = order
    .map((from, n) => {
      const part = parts[from];
      const place = parts[n];
      const next = parts[n + 1];
      const indent = ' '.repeat(columnOf(text, first.from));
      let source = text.slice(part?.from, part?.to);
      // The first item begins at its dash, the others at the beginning of their line.
      if (!list.flow && n === 0) source = source.trimStart();
      if (!list.flow && n > 0 && from === 0) source = indent + source;
      return source + (next && place ? text.slice(place.to, next.from) : '');
    })
    .join('');
  return { from: first.from, to: last.to, by };
}

const inFlow = (value: FileValue) => writeValue(value, { style: 'brackets' });
const insertAt = (at: number, by: string): Splice => ({ from: at, to: at, by });

/** Removes an entry between brackets with one of the commas beside it. */
function cut(from: number, to: number, endOfBefore: number | undefined, startOfNext: number | undefined): Splice {
  if (endOfBefore !== undefined) return { from: endOfBefore, to, by: '' };
  return { from, to: startOfNext ?? to, by: '' };
}

/** Removes whole lines, with the comments above them and one of two empty lines around them. */
function cutLines(text: string, from: number, to: number, withComments: boolean): Splice {
  const begin = withComments ? commentsAbove(text, from) : lineStart(text, from);
  const end = Math.min(text.length, lineEnd(text, to) + 1);
  const emptyAbove = text.slice(0, begin).endsWith('\n\n');
  const emptyBelow = text[end] === '\n' || end === text.length;
  return { from: emptyAbove && emptyBelow ? begin - 1 : begin, to: end, by: '' };
}

/** Beginning of the comment lines that stand directly above, at the same depth, or of the line itself. */
function commentsAbove(text: string, at: number): number {
  const column = columnOf(text, at);
  let begin = lineStart(text, at);
  while (begin > 0) {
    const above = lineStart(text, begin - 1);
    const line = text.slice(above, begin);
    if (line.trimStart()[0] !== '#' || line.length - line.trimStart().length !== column) break;
    begin = above;
  }
  return begin;
}

/** True where entries are held apart by empty lines. */
function isApart<Item>(text: string, items: readonly Item[], at: (item: Item) => number): boolean {
  const [, second] = items;
  if (second === undefined) return false;
  return /\n[ \t]*\r?\n$/.test(text.slice(0, commentsAbove(text, at(second))));
}

const nameOf = ({ key }: Entry) => (isScalar(key) ? String(key.value) : '');
const start = (node: Node | null | undefined) => node?.range?.[0];
const isFolded = (node: Node | null) => isScalar(node) && node.type === Scalar.BLOCK_FOLDED;
const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1;
const columnOf = (text: string, at: number) => at - lineStart(text, at);
const isFirstOnLine = (text: string, at: number) => text.slice(lineStart(text, at), at).trim() === '';
const commentBehind = (text: string, at: number) => text.slice(at, lineEnd(text, at)).trimStart().startsWith('#');

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' && end > at ? end - 1 : end;
}

/** The place of the dash in front of an item of a list. */
function dashOf(text: string, at: number): number | undefined {
  let back = at - 1;
  while (back >= 0 && /\s/.test(text[back] ?? '')) back -= 1;
  return text[back] === '-' ? back : undefined;
}

const colonOf = (text: string, { key }: Entry) => text.indexOf(':', key.range?.[1] ?? 0);

/** End of an entry of a map: behind its value, or behind its colon. */
const entryEnd = (text: string, entry: Entry): number =>
  entry.value?.range && entry.value.range[1] > entry.value.range[0]
    ? nodeEnd(text, entry.value)
    : colonOf(text, entry) + 1;

/** End of what a node says, without comments and empty lines behind it. */
function nodeEnd(text: string, node: Node): number {
  if (isCollection(node) && !node.flow) {
    const last = node.items.at(-1) as Node | Entry | undefined;
    if (last === undefined) return node.range?.[1] ?? 0;
    return isMap(node) ? entryEnd(text, last as Entry) : nodeEnd(text, last as Node);
  }
  const [from, to] = node.range ?? [0, 0, 0];
  return from + text.slice(from, to).trimEnd().length;
}

function nodeAt(root: Node | null, path: EditPath): Node | null | undefined {
  let node: Node | null | undefined = root;
  for (const step of path) {
    if (isMap(node))
      node = (node as YAMLMap<Node, Node | null>).items.find((item) => nameOf(item) === String(step))?.value;
    else if (isSeq(node)) node = (node as YAMLSeq<Node>).items[Number(step)];
    else return undefined;
  }
  return node;
}
