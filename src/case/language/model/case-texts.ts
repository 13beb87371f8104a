/** A text that trainees read, with its location. */
export interface CaseText {
  /** Keys and indexes of its location in the file. */
  readonly path: readonly (string | number)[];
  /** Its name in a translation: the path with dots, options and stages by their ids. */
  readonly name: string;
  readonly text: string;
}

/** Fields that contain text for people; all others are data. */
const TEXT_FIELDS: ReadonlySet<string> = new Set(
  'title summary text operator legalBasis notice from who says question note then principle reason'.split(' '),
);
const NO_TEXTS: ReadonlySet<string> = new Set(['market', 'variables', 'world', 'brief', 'set']);

/** Every human-readable text of a scenario, or of its key, in the order of the file. */
export function caseTexts(document: object): CaseText[] {
  const found: CaseText[] = [];
  const visit = (value: unknown, path: CaseText['path'], name: readonly (string | number)[]): void => {
    if (Array.isArray(value)) {
      for (const [n, item] of value.entries()) visit(item, [...path, n], [...name, idOf(item) ?? n]);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    for (const [field, inner] of Object.entries(value)) {
      if (typeof inner !== 'string') {
        if (!NO_TEXTS.has(field)) visit(inner, [...path, field], [...name, field]);
      } else if (TEXT_FIELDS.has(field))
        found.push({ path: [...path, field], name: [...name, field].join('.'), text: inner });
    }
  };
  visit(document, [], []);
  return found;
}

function idOf(item: unknown): string | undefined {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' ? item.id : undefined;
}
