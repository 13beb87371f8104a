import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createProjectFiles } from '#adapters/node/project-files.ts';
import { writeParts } from '#adapters/node/write-file.ts';
import { drillLocker } from '#app/evidence/drill-locker.ts';
import { packLocker } from '#app/evidence/pack-locker.ts';
import { sayFrom } from '#app/evidence/say-from.ts';
import { loadLibrary } from '#app/library/load-library.ts';
import type { Locker } from '#core/evidence/locker.ts';
import { drawDrill } from '#core/evidence/tamper/draw-drill.ts';
import { type PlantedFault, plantFault } from '#core/evidence/tamper/plant-fault.ts';
import { ERROR_CODES, type ErrorCode } from '#core/evidence/tamper/typical-errors.ts';
import { NONCE_BYTES } from '#formats/timestamp/write-query.ts';
import messages from '#i18n/messages/en/evidence.json' with { type: 'json' };
import { badArgument, orFail, readArguments } from './command-line.ts';
import { printLines } from './print-text.ts';

const HELP = `Usage: npm run -s make-drill -- --fault E5 --out FILE.zip [--item N] | --number N --out FILE.zip
Packs a locker with exactly one planted fault, for a tamper drill in a room. The file does not say which fault it is;
the line that this command prints does.
  --fault    ${ERROR_CODES[0]} to ${ERROR_CODES.at(-1)}
  --item     in which of its pages, from 1 on; else in the first
  --number   the drill that the page of the site shows under this number
  --out      the zip to write`;

const { values } = readArguments(HELP, () =>
  parseArgs({
    options: {
      fault: { type: 'string' },
      item: { type: 'string' },
      number: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  }),
);
const out = values.out ?? badArgument(HELP, '--out is missing.');
if ((values.fault === undefined) === (values.number === undefined))
  badArgument(HELP, 'Give either --fault or --number.');
if (values.item !== undefined && values.fault === undefined) badArgument(HELP, '--item goes with --fault.');
const number = wholeNumber('--number', values.number);
const item = wholeNumber('--item', values.item);
const fault = ERROR_CODES.find((code) => code === values.fault);
if (values.fault !== undefined && !fault)
  badArgument(HELP, `--fault ${values.fault}: there is no such fault. Known: ${ERROR_CODES.join(', ')}.`);

const library = orFail(loadLibrary(createProjectFiles(resolve(import.meta.dirname, '..'))));
const locker = drillLocker(library);
const drill = fault ? planted(locker, fault) : drawDrill(locker, number);
orFail(await writeParts(out, packLocker(drill.locker, sayFrom(messages), { nonce: randomBytes(NONCE_BYTES) })));
printLines(`${out}: ${drill.code} in ${drill.item}, to be seen in the ${drill.place}`);

function planted(whole: Locker, code: ErrorCode): PlantedFault {
  return (
    plantFault(whole, code, item - 1) ??
    badArgument(HELP, `--item ${item}: the locker has ${whole.items.length} pages.`)
  );
}

function wholeNumber(name: string, value: string | undefined): number {
  if (value !== undefined && !/^[1-9]\d{0,5}$/.test(value))
    badArgument(HELP, `${name} ${value}: give a whole number from 1 on.`);
  return Number(value ?? 1);
}
