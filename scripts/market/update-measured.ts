import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { Library } from '#library/content/use-cases/load-library.ts';
import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import type { CommandIo } from '../command/command-io.ts';
import { readArguments } from '../command/command-line.ts';
import { refuseToReplaceOther } from '../command/refuse-to-replace.ts';
import { ROOT } from '../command/root.ts';
import { shippedLibrary } from '../command/shipped-library.ts';

/** A file of figures that is measured on generated markets. */
export interface MeasuredFile {
  /** Where it stands, from the root of the project. */
  readonly file: string;
  /** How a file begins that the command has written; another one is not replaced. */
  readonly begins: RegExp;
  readonly measure: (library: Library) => string;
}

/** What a command does that measures figures anew and writes their files. */
export function updateMeasured(measured: readonly MeasuredFile[], args: readonly string[], io: CommandIo): number {
  const { values } = readArguments(() =>
    parseArgs({
      args: [...args],
      options: {
        force: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }),
  );
  for (const { file, begins } of measured)
    refuseToReplaceOther(
      { option: '', path: relative(io.cwd, join(ROOT, file)), from: io.cwd, isForced: values.force },
      (beginning) => begins.test(beginning),
    );
  const library = shippedLibrary();
  for (const { file, measure } of measured) {
    writeFileSync(join(ROOT, file), measure(library));
    io.out(`${relative(io.cwd, join(ROOT, file))} now holds generator version ${GENERATOR_VERSION}\n`);
  }
  return 0;
}
