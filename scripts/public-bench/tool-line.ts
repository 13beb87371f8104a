/** The line for the shell and the environment of one run of a tool. */
export interface ToolLine {
  readonly line: string;
  readonly env: Readonly<Record<string, string>>;
}

const NAMES = ['ads', 'records', 'head', 'out', 'market', 'track'];
const PLACEHOLDER = new RegExp(String.raw`\{(${NAMES.join('|')})\}`, 'g');

/** Names in braces that a command uses. */
export const placeholdersIn = (tool: string): ReadonlySet<string> =>
  new Set([...tool.matchAll(PLACEHOLDER)].map(([, name]) => name as string));

/** A word in braces that is no name, with the name that was likely meant; undefined if there is none. */
export function misspeltPlaceholder(
  tool: string,
  nearest: (written: string, names: readonly string[]) => string | undefined,
): { readonly written: string; readonly meant: string } | undefined {
  const words = [...tool.matchAll(/\{([a-z]+)\}/gi)].map(([, word]) => word as string);
  for (const written of words.filter((word) => !NAMES.includes(word))) {
    const lower = written.toLowerCase();
    const meant = NAMES.includes(lower) ? lower : nearest(lower, NAMES);
    if (meant !== undefined) return { written, meant };
  }
  return undefined;
}

/**
 * Puts paths and names in the place of `{ads}`, `{records}`, `{head}`, `{out}`, `{market}` and `{track}`. The same values
 * stand in variables such as CHECKATHON_ADS; one that the track does not have is left out.
 */
export function toolLine(
  tool: string,
  paths: Readonly<Record<string, string>>,
  names: { readonly market: string; readonly track: string },
): ToolLine {
  const values: Readonly<Record<string, string>> = { ...paths, ...names };
  const line = tool.replaceAll(PLACEHOLDER, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : quoted(value);
  });
  const env = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`CHECKATHON_${name.toUpperCase()}`, value]),
  );
  return { line, env };
}

/** One word for the shell. Paths of our own folders hold no quotation mark. */
const quoted = (value: string) => (/^[\w./\\:~-]+$/.test(value) ? value : `"${value}"`);
