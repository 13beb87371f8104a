import { type Document, parseDocument } from 'yaml';
import { applyEdit, type Edit, type EditPath, type FileValue } from '#studio/model/edit.ts';
import { editInPlace } from './edit-in-place.ts';

/**
 * The text of a YAML file after an edit. All that the edit does not name stays byte for byte, with comments and order; each
 * edited text is read again, and where an entry cannot be changed in place, the smallest part around it is written anew.
 * Throws a `RangeError` where the path of the edit does not exist, and where the text is not YAML.
 */
export function editYaml(text: string, edit: Edit): string {
  const before = read(text);
  const value = plainValue(before);
  const wanted = applyEdit(value, edit);
  const goal = JSON.stringify(wanted);
  if (JSON.stringify(value) === goal) return text;
  for (const attempt of attempts(edit, wanted)) {
    const edited = editInPlace(text, before, attempt);
    if (edited === undefined) continue;
    const after = parseDocument(edited);
    if (after.errors.length === 0 && JSON.stringify(plainValue(after)) === goal) return edited;
  }
  before.contents = before.createNode(wanted) as typeof before.contents;
  return before.toString({ lineWidth: 120 });
}

/** Throws a `RangeError` for a text with a fault. */
function read(text: string): Document {
  const document = parseDocument(text);
  const [fault] = document.errors;
  if (fault) throw new RangeError(`The file cannot be edited: ${fault.message}`);
  return document;
}

const plainValue = (document: Document) => document.toJS() as FileValue;

/** The edit itself, then the same as a new value of each part around it, from the inside. */
function* attempts(edit: Edit, wanted: FileValue): Generator<Edit> {
  yield edit;
  for (let depth = edit.at.length - 1; depth > 0; depth -= 1) {
    const at = edit.at.slice(0, depth);
    const value = valueAt(wanted, at);
    if (value !== undefined) yield { do: 'set', file: edit.file, at, value };
  }
}

function valueAt(value: FileValue, path: EditPath): FileValue | undefined {
  let at: FileValue | undefined = value;
  for (const step of path) at = (at as { readonly [key: string]: FileValue } | null | undefined)?.[step];
  return at;
}
