import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packedPlace } from '#design/screens/links/packed-place.ts';
import { fileIssue } from '#kernel/node/file-issue.ts';
import { kindOf } from '#kernel/node/read-file.ts';
import { resolvePath } from '#kernel/node/resolve-path.ts';
import { writeBytes } from '#kernel/node/write-file.ts';
import { BITS_OF_WORDS } from '#room/packed/model/release-words.ts';
import { sheetName } from '#room/packed/screens/release-sheet.ts';
import { shippedCases } from './attempts/load-shipped-case.ts';
import {
  badArgument,
  command,
  fail,
  failWithIssues,
  fromArgument,
  orFail,
  readArguments,
} from './command/command-line.ts';
import { counted } from './command/counted.ts';
import { isThere } from './command/is-there.ts';
import { complain, printLines } from './command/print-text.ts';
import { runCommand } from './command/run-command.ts';
import { packSealed } from './sealed-pack/pack-sealed.ts';
import { buildSite, DIST } from './site/build.ts';

const HELP = `Usage: npm run -s pack-case -- <id> --out FILE.html [--force] [--no-build]
       npm run -s pack-case -- FOLDER --sealed --out FILE.html [--answers WHEN] [--words FILE.txt]
Writes a case as one HTML file that opens from a USB stick or a mail, without a network. The answers are inside. The file
is a part of the built site, which is built first where something has changed. Ends with 1 where it has a fault.
  <id>         id of a folder under scenarios/
  --out        the file to write
  --sealed     for a case of your own, in FOLDER: its answers are sealed (age), and open with words that are read out
  --answers    in-debrief (default): one release for all answers; at-once: at most four, those of decisions with their part
  --words      where the words go, for the facilitator alone (default: beside the file, FILE-release-words.txt)
  --force      replace a file that is there already
  --no-build   take the site in dist/ as it is`;

export const main = command(HELP, async (args, io) => {
  const { values, positionals } = readArguments(() =>
    parseArgs({
      args,
      allowPositionals: true,
      allowNegative: true,
      options: {
        out: { type: 'string' },
        sealed: { type: 'boolean', default: false },
        answers: { type: 'string' },
        words: { type: 'string' },
        force: { type: 'boolean', default: false },
        build: { type: 'boolean', default: true },
        help: { type: 'boolean', default: false },
      },
    }),
  );
  const [id = badArgument('The id of the case is missing.'), ...others] = positionals;
  if (others.length > 0) badArgument(`${others.join(' ')}: one id is enough.`);
  const out = values.out ?? badArgument('--out is missing.');
  const known = shippedCases();
  if (!values.sealed && !known.includes(id)) badArgument(`${id}: there is no such case. Known: ${known.join(', ')}.`);
  if (!values.sealed && (values.answers !== undefined || values.words !== undefined))
    badArgument('--answers and --words go with --sealed.');
  const { answers = 'in-debrief' } = values;
  if (answers !== 'in-debrief' && answers !== 'at-once')
    badArgument(`--answers ${answers}: give in-debrief or at-once.`);
  if (values.sealed && known.includes(id))
    badArgument(
      `--sealed ${id}: the answers of a shipped case are public in the source, so sealing would hide nothing. Give the folder of a case of your own.`,
    );
  const sheet = values.words ?? sheetName(out);
  if (values.sealed && resolve(io.cwd, sheet) === resolve(io.cwd, out))
    badArgument(
      `--words ${sheet} is the file of --out. Give the words another name: without them nobody opens the page.`,
    );
  // Asked before the site is built, which takes half a minute.
  for (const [option, path] of values.sealed
    ? ([
        ['--out', out],
        ['--words', sheet],
      ] as const)
    : ([['--out', out]] as const)) {
    const file = resolvePath(path, io.cwd);
    if (!isThere(dirname(file))) failWithIssues([fileIssue(path, 'file.unwritable', { reason: 'ENOENT' })]);
    if (!values.force && isThere(file))
      badArgument(`${option} ${path} is there already. Choose another name, or replace it with --force.`);
  }
  if (values.sealed && fromArgument(`${id}: there is no such folder.`, kindOf(id, io.cwd)) === 'file')
    badArgument(`${id}: this is a file. Give the folder of the case.`);

  if (values.build && (await buildSite()) === 'failed') fail('The site could not be built; the reason stands above.');
  if (values.sealed) {
    const pack = await packSealed({ folder: id, from: io.cwd, site: DIST, file: out, answers });
    // The words first: without them nobody opens the page.
    orFail(await writeBytes(sheet, Buffer.from(pack.sheet), io.cwd));
    keepToOwner(resolvePath(sheet, io.cwd));
    orFail(await writeBytes(out, Buffer.from(pack.page), io.cwd));
    if (pack.warning !== undefined) complain(io, pack.warning);
    printLines(
      io,
      `${out}: ${pack.id}, ${(Buffer.byteLength(pack.page) / 1e6).toFixed(2)} MB, answers sealed`,
      `${sheet}: the words of ${counted(pack.releases, 'release')}, for the facilitator alone; ${BITS_OF_WORDS} bits each`,
    );
    return 0;
  }
  const packed = join(DIST, packedPlace(id));
  if (!existsSync(packed)) fail(`There is no packed ${id} in dist/. Run: npm run build`);
  const bytes = readFileSync(packed);
  orFail(await writeBytes(out, bytes, io.cwd));
  printLines(io, `${out}: ${id}, ${(bytes.length / 1e6).toFixed(2)} MB, answers inside`);
  return 0;
});

/** Lets only the owner read a file, where the disk knows of owners. */
function keepToOwner(file: string): void {
  try {
    chmodSync(file, 0o600);
  } catch {
    // A stick with FAT has no owners; the sheet says that it is to be kept.
  }
}

if (import.meta.main) await runCommand(main);
