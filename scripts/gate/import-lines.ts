/** Files whose imports the import rules read; of others, such as the rules themselves, all counts. */
const SOURCE = /(?<!config[\\/][\w.-]*)\.(?:ts|svelte|mjs|js)$/;

/**
 * A line of a statement or expression that imports, or a line that begins with a name of a module, as the second line of
 * a long `import(`. Takes too many lines rather than too few: words of a sentence may also be such a line.
 */
const OF_IMPORT = /\b(?:import|export|from|require|reference)\b|^\s*['"`]/;

/** All that the import rules can depend on in a file: what it imports, and how. */
export function importLines(bytes: Buffer, file: string): Buffer {
  if (!SOURCE.test(file)) return bytes;
  const lines = bytes.toString('utf8').split('\n');
  return Buffer.from(lines.filter((line) => OF_IMPORT.test(line)).join('\n'));
}
