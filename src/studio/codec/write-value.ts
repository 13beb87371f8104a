import { Document, isCollection, isMap, isScalar, Scalar, visit } from 'yaml';
import type { FileValue } from '#studio/model/edit.ts';

/** Where a value is to stand: among the lines of a file, or between brackets on one line. */
export type ValueStyle = { readonly style: 'lines'; readonly indent: number } | { readonly style: 'brackets' };

const LINE_WIDTH = 120;
/** Characters up to which a small map stands between brackets. */
const SHORT = 100;
/** Fields of texts that are read for themselves: a map with one of them is written line by line. */
const FIELDS_OF_PROSE = ['text', 'reason', 'principle', 'options', 'question'];

/**
 * A value as it stands behind `key:` or `-`, without the blank before it. Lines behind the first are set in for their
 * place. `folded` writes a text as a block even where it is short, as its author had it.
 */
export function writeValue(value: FileValue, place: ValueStyle, folded = false): string {
  if (place.style === 'brackets') return inBrackets(value);
  if (Array.isArray(value) && value.length === 0) return '[]';
  if (isShortMap(value)) {
    const short = inBrackets(value);
    if (short.length <= SHORT) return short;
  }
  const document = new Document({ k: value });
  visit(document, {
    Scalar: (key, node) => {
      if (key === 'key' || typeof node.value !== 'string') return;
      if (hasBlankEnd(node.value)) node.type = Scalar.QUOTE_DOUBLE;
      else if (isLong(node.value, folded)) node.type = canFold(node.value) ? Scalar.BLOCK_FOLDED : Scalar.QUOTE_DOUBLE;
    },
    Map: (key, node) => {
      const plain = node.toJSON() as FileValue;
      if (key !== null && isShortMap(plain) && inBrackets(plain).length <= SHORT) node.flow = true;
    },
    Seq: (_key, node) => {
      if (node.items.every((item) => isScalar(item)) && inBrackets(node.toJSON() as FileValue).length <= SHORT)
        node.flow = true;
    },
  });
  const source = document.toString({ lineWidth: LINE_WIDTH - place.indent, flowCollectionPadding: true });
  const held = document.get('k', true);
  const lines = source
    .trimEnd()
    .slice('k:'.length)
    .split('\n')
    .map((line, n) => (n === 0 || line === '' ? line : ' '.repeat(place.indent) + line));
  const isOfLines = isCollection(held) && !held.flow;
  return isOfLines ? lines.join('\n') : lines.join('\n').trimStart();
}

/** A value as it stands behind a dash: the first field of a map is on the line of the dash. */
export function writeItem(value: FileValue, indent: number): string {
  const written = writeValue(value, { style: 'lines', indent });
  return written.startsWith('\n') ? written.trimStart() : written;
}

/** A text whose first or last sign is a blank: without quotation marks it would be lost. */
export const hasBlankEnd = (value: string) => /^\s|\s$/.test(value);

const isLong = (value: string, folded: boolean) => folded || value.includes('\n') || value.length > SHORT;

/** A text that folds without a loss: no blank at an end of a line, no two blanks where a line may end. */
const canFold = (value: string) => value !== '' && !/^\s|\s$|\n |[ \t]\n|\t|\r| {2}/.test(value);

/** A map that says one thing in a few words, such as what an option sets. */
function isShortMap(value: FileValue): boolean {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([key, held]) =>
      !FIELDS_OF_PROSE.includes(key) &&
      (held === null ||
        typeof held !== 'object' ||
        (Array.isArray(held) && held.every((item) => typeof item !== 'object'))),
  );
}

function inBrackets(value: FileValue): string {
  const document = new Document([value]);
  visit(document, {
    Collection: (_key, node) => {
      if (node !== document.contents) node.flow = true;
      if (isMap(node)) node.flow = true;
    },
    Scalar: (key, node) => {
      if (key !== 'key' && typeof node.value === 'string' && (/[\n\r]/.test(node.value) || hasBlankEnd(node.value)))
        node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  if (isCollection(document.contents)) document.contents.flow = true;
  // The value between the brackets of a list, so that commas and brackets in a text are quoted.
  const source = document.toString({ lineWidth: 0, flowCollectionPadding: true }).trim();
  return source.slice(1, -1).trim();
}
