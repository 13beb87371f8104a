import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { courtAnswers } from '#evidence/drill/model/court-answers.ts';
import { DRILL_LOCKERS, type Drill, drawDrill, lockerOfDrill } from '#evidence/drill/model/draw-drill.ts';
import { plantFaults, type WantedFault } from '#evidence/drill/model/plant-faults.ts';
import { readOddities } from '#evidence/drill/model/read-oddities.ts';
import { ERROR_CODES, type ErrorCode } from '#evidence/drill/model/typical-errors.ts';
import { oddityWords, standsWords } from '#evidence/drill/screens/drill-words.ts';
import type { AuthorityTable } from '#evidence/law/model/authority.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { faultWords } from '#evidence/locker/screens/fault-words.ts';
import { packLocker } from '#evidence/locker/use-cases/pack-locker.ts';
import { sayFrom } from '#evidence/locker/use-cases/say-from.ts';
import { LANG } from '#i18n/locale.ts';
import { NONCE_BYTES } from '#kernel/formats/timestamp/write-query.ts';
import { writeParts } from '#kernel/node/write-file.ts';
import { drillLocker } from '#kinds/preservation/use-cases/drill/drill-locker.ts';
import messages from '#words/evidence/evidence.json' with { type: 'json' };
import { badArgument, command, orFail, readArguments, wholeNumber } from './command/command-line.ts';
import { counted } from './command/counted.ts';
import { printLines } from './command/print-text.ts';
import { refuseToReplace } from './command/refuse-to-replace.ts';
import { runCommand } from './command/run-command.ts';
import { shippedLibrary } from './command/shipped-library.ts';

const MAX_FAULTS = 3;
const HELP = `Usage: npm run -s make-drill -- --number N --out FILE.zip [--force]
       npm run -s make-drill -- --locker N [--fault E5 [--item N]]... --out FILE.zip [--force]
Packs a locker with none to three planted faults, for a tamper drill in a room. The file does not disclose the faults; the
output of this command lists them, one per line, then each oddity that looks like a fault but is none, and the numbers of
the questions that the locker leaves open.
  --number   the drill that the page of the site shows under this number
  --locker   ${DRILL_LOCKERS[0]} to ${DRILL_LOCKERS.at(-1)}, each with other pages and people; else the first. Without a --fault it is packed as it is
  --fault    ${ERROR_CODES[0]} to ${ERROR_CODES.at(-1)}, up to ${MAX_FAULTS} times
  --item     in which of its pages, from 1 on, for each --fault in their order; else in the first that can carry it
  --out      the zip to write
  --force    replace a file that is there already`;

export const main = command(HELP, async (args, io) => {
  const { values } = readArguments(() =>
    parseArgs({
      args,
      options: {
        fault: { type: 'string', multiple: true, default: [] },
        item: { type: 'string', multiple: true, default: [] },
        number: { type: 'string' },
        locker: { type: 'string' },
        out: { type: 'string' },
        force: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }),
  );
  const out = values.out ?? badArgument('--out is missing.');
  const isChosen = values.locker !== undefined || values.fault.length > 0;
  if (isChosen === (values.number !== undefined)) badArgument('Give either --number, or --locker and --fault.');
  if (values.fault.length > MAX_FAULTS) badArgument(`--fault can be given ${MAX_FAULTS} times at most.`);
  if (new Set(values.fault).size < values.fault.length) badArgument('--fault: each fault can be planted once.');
  if (values.item.length > values.fault.length) badArgument('--item goes with --fault.');
  const number = wholeNumber('--number', values.number);
  const items = values.item.map((text) => wholeNumber('--item', text));
  const codes = values.fault.map(codeOf);
  const id = values.number === undefined ? lockerIdOf(values.locker) : lockerOfDrill(number);
  refuseToReplace({ option: '--out', path: out, from: io.cwd, isForced: values.force });

  const library = shippedLibrary();
  const locker = drillLocker(library, id);
  const drill = values.number === undefined ? chosenDrill(locker, codes, items) : drawDrill(locker, number);
  const parts = packLocker(drill.locker, sayFrom(messages, LANG), { nonce: randomBytes(NONCE_BYTES) });
  orFail(await writeParts(out, parts, io.cwd));
  printLines(
    io,
    `${out}: locker ${id}, faults: ${drill.faults.length}`,
    ...linesOf(drill),
    openLine(drill, library.authority),
  );
  return 0;
});

function linesOf({ faults, oddities }: Drill): string[] {
  return [
    ...faults.map((fault) => `${fault.code}, ${faultWords(fault.code).name}: ${standsWords(fault)}`),
    ...oddities.map((oddity) => `no fault, ${oddity.id}: ${oddityWords(oddity)}`),
  ];
}

function openLine({ locker, faults }: Drill, law: AuthorityTable): string {
  const open = courtAnswers(locker, faults, law).flatMap(({ isOpen }, n) => (isOpen ? [n + 1] : []));
  return `questions left open: ${open.join(', ')}`;
}

/**
 * Puts each fault into the page named for it, or into the first page that can carry it together with the earlier
 * faults.
 */
function chosenDrill(locker: Locker, codes: readonly ErrorCode[], items: readonly number[]): Drill {
  let wanted: readonly WantedFault[] = [];
  for (const [n, code] of codes.entries()) {
    const item = items[n];
    const pages = item === undefined ? locker.items : locker.items.slice(item - 1, item);
    if (pages.length === 0) badArgument(`--item ${item}: the locker has ${counted(locker.items.length, 'page')}.`);
    const fits = pages
      .map(({ facts }) => [...wanted, { code, item: facts.itemId }])
      .find((faults) => plantFaults(locker, faults) !== undefined);
    wanted =
      fits ??
      badArgument(
        `--fault ${code}: it cannot stand there beside ${codes.slice(0, n).join(', ') || 'what is in this locker'}.`,
      );
  }
  const faulty = plantFaults(locker, wanted) ?? { locker, faults: [] };
  return { ...faulty, oddities: readOddities(faulty.locker) };
}

function codeOf(text: string): ErrorCode {
  const known = ERROR_CODES.find((code) => code === text);
  return known ?? badArgument(`--fault ${text}: there is no such fault. Known: ${ERROR_CODES.join(', ')}.`);
}

function lockerIdOf(text = '1') {
  const known = DRILL_LOCKERS.find((entry) => entry === text);
  return known ?? badArgument(`--locker ${text}: there is no such locker. Known: ${DRILL_LOCKERS.join(', ')}.`);
}

if (import.meta.main) await runCommand(main);
