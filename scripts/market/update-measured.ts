import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { Library } from '#library/content/use-cases/load-library.ts';
import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import type { CommandIo } from '../command/command-io.ts';
import { readArguments } from '../command/command-line.ts';
import { refuseToReplaceOther } from '../command/refuse-to-replace.ts';
import { ROOT } from '../command/root.ts';
import { shippedLibrary } from '../command/shipped-library.ts';
import { type Drawing, drawingOf } from './drawing.ts';

/** A file of figures that is measured on markets of one version of the generator. */
export interface MeasuredFile {
  /** Where the file of each version stands, from the root of the project. */
  readonly files: Readonly<Record<number, string>>;
  /** How a file begins that the command has written; another one is not replaced. */
  readonly begins: RegExp;
  readonly measure: (library: Library, drawing: Drawing) => string;
}

/** What a command does that measures figures anew and writes their file. */
export function updateMeasured(
  { files, begins, measure }: MeasuredFile,
  args: readonly string[],
  io: CommandIo,
): number {
  const { values } = readArguments(() =>
    parseArgs({
      args: [...args],
      options: {
        force: { type: 'boolean', default: false },
        generator: { type: 'string', default: String(GENERATOR_VERSION) },
        help: { type: 'boolean', default: false },
      },
    }),
  );
  const drawing = drawingOf(values.generator);
  const file = join(ROOT, files[drawing.number] as string);
  const path = relative(io.cwd, file);
  refuseToReplaceOther({ option: '', path, from: io.cwd, isForced: values.force }, (beginning) =>
    begins.test(beginning),
  );
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, measure(shippedLibrary(), drawing));
  io.out(`${path} now holds generator version ${drawing.number}\n`);
  return 0;
}
