import { TABLE_FORMATS, type TableFormat } from '#market/documents/use-cases/table-files.ts';
import { badArgument } from '../command/command-line.ts';

/** The tables that --formats asks for; ends the command with 2 for an unknown format. */
export function readFormats(formats: string): TableFormat[] {
  const named = formats.split(',').map((name) => name.trim().toLowerCase());
  const known: readonly string[] = ['ndjson', ...TABLE_FORMATS];
  const unknown = named.find((name) => !known.includes(name));
  if (unknown !== undefined)
    badArgument(`--formats ${formats}: there is no format "${unknown}". Known: ${known.join(', ')}.`);
  return TABLE_FORMATS.filter((format) => named.includes(format));
}
