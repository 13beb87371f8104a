/** Keys and indexes that lead to a value of a file. */
export type EditPath = readonly (string | number)[];

/** A value as a YAML file holds it. */
export type FileValue = string | number | boolean | null | readonly FileValue[] | { readonly [key: string]: FileValue };

/**
 * One change of a file of a draft. A new field is added after the last existing one of those that `after` names, or at
 * the end; an item is inserted before the one at its index.
 */
export type Edit =
  | {
      readonly do: 'set';
      readonly file: string;
      readonly at: EditPath;
      readonly value: FileValue;
      readonly after?: readonly string[];
    }
  | { readonly do: 'remove'; readonly file: string; readonly at: EditPath }
  | { readonly do: 'insert'; readonly file: string; readonly at: EditPath; readonly value: FileValue }
  | { readonly do: 'move'; readonly file: string; readonly at: EditPath; readonly to: number };

/**
 * The value after an edit, with new objects along its path; all others are shared. Throws a `RangeError` if the path
 * does not exist.
 */
export function applyEdit(value: FileValue, edit: Edit): FileValue {
  return along(value, edit.at, edit);
}

function along(value: FileValue, path: EditPath, edit: Edit): FileValue {
  const [step, ...rest] = path;
  if (step === undefined) {
    if (edit.do === 'set') return edit.value;
    throw new RangeError('This edit needs a place inside the file.');
  }
  if (Array.isArray(value)) return inList(value, Number(step), rest, edit);
  if (value === null || typeof value !== 'object') throw new RangeError(`Nothing stands at ${edit.at.join('.')}.`);
  return inFields(value as Fields, String(step), rest, edit);
}

type Fields = { readonly [key: string]: FileValue };

function inList(list: readonly FileValue[], index: number, rest: EditPath, edit: Edit): FileValue {
  const at = Math.trunc(index);
  const last = edit.do === 'insert' && rest.length === 0 ? list.length : list.length - 1;
  if (!(at >= 0 && at <= last)) throw new RangeError(`There is no item ${index} at ${edit.at.join('.')}.`);
  const item = list[at] as FileValue;
  if (rest.length > 0) return list.with(at, along(item, rest, edit));
  if (edit.do === 'set') return list.with(at, edit.value);
  if (edit.do === 'insert') return list.toSpliced(at, 0, edit.value);
  const without = list.toSpliced(at, 1);
  return edit.do === 'remove' ? without : without.toSpliced(edit.to, 0, item);
}

function inFields(fields: Fields, key: string, rest: EditPath, edit: Edit): FileValue {
  const known = Object.hasOwn(fields, key);
  if (rest.length > 0) {
    if (!known) throw new RangeError(`Nothing stands at ${edit.at.join('.')}.`);
    return { ...fields, [key]: along(fields[key] as FileValue, rest, edit) };
  }
  if (edit.do === 'remove') {
    if (!known) throw new RangeError(`Nothing stands at ${edit.at.join('.')}.`);
    return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key));
  }
  if (edit.do !== 'set') throw new RangeError(`There is no list at ${edit.at.join('.')}.`);
  if (known) return { ...fields, [key]: edit.value };
  const names = Object.keys(fields);
  const behind = placeAfter(names, edit.after);
  return Object.fromEntries([
    ...names.slice(0, behind).map((name) => [name, fields[name]] as const),
    [key, edit.value],
    ...names.slice(behind).map((name) => [name, fields[name]] as const),
  ]) as FileValue;
}

/** Index of a new field among the names of a map. */
export function placeAfter(names: readonly string[], after: readonly string[] | undefined): number {
  if (after === undefined) return names.length;
  return Math.max(0, ...after.map((name) => names.indexOf(name) + 1));
}
