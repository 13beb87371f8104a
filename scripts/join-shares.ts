import { join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { firstIssues } from '#kernel/model/first-issues.ts';
import { utf8 } from '#kernel/model/utf8.ts';
import { createNativeSha256 } from '#kernel/node/native-sha256.ts';
import { readChunks } from '#kernel/node/read-chunks.ts';
import { makeFolder, writePart } from '#kernel/node/write-file.ts';
import { MANIFEST_SCHEMA, SHARES_TELL } from '#market/documents/model/share-schemas.ts';
import type { FilePart } from '#market/documents/use-cases/file-list.ts';
import { PUBLIC, SECRET } from '#market/documents/use-cases/market-files.ts';
import type { ReadChunks, Share } from '#market/shares/use-cases/a-share.ts';
import { checkLines } from '#market/shares/use-cases/check-lines.ts';
import { checkManifests } from '#market/shares/use-cases/check-manifests.ts';
import { joinShares } from '#market/shares/use-cases/join-shares.ts';
import { listShares } from '#market/shares/use-cases/list-shares.ts';
import type { CommandIo } from './command/command-io.ts';
import { badArgument, command, failWithIssues, orFail, readArguments } from './command/command-line.ts';
import { counted } from './command/counted.ts';
import { printJson, printLines } from './command/print-text.ts';
import { refuseToReplaceOther } from './command/refuse-to-replace.ts';
import { runCommand } from './command/run-command.ts';
import { shippedLibrary } from './command/shipped-library.ts';
import { clearDataFiles, toldOfCleared } from './market/clear-data-files.ts';
import { readFormats } from './market/read-formats.ts';
import { missingFiles, readShare } from './market/read-share.ts';
import { refuseForeignFolder } from './market/refuse-foreign-folder.ts';

/** Maximum shares of a call, because a chunk of each share is in memory. */
const MAX_SHARES = 2000;

const MANIFEST = 'manifest.json';

/** Code of the issue that counts the issues which are not listed. */
const MORE = 'share.more';

const HELP = `Usage: npm run -s join-shares -- --out <folder> SHARE...
Joins the shares of a market, which generate-market --districts has written, into the files of the whole market. The files
have the same bytes as those of a market that one machine has written. The shares are checked first: one market and one
version, each district once, all hashes, each ad once. Each fault is printed as FILE:LINE:COL code sentence. Cure. If there
is a fault, nothing is written.
No actor, trace or link reaches from one share to another, and a person who has separate shares can use this. In the joined
market, the order of the ads does not show which share an ad comes from. Hand out only the joined market.
  --out          folder of the market; it must not be in the folder of a share
  --list         joins nothing: writes public/${MANIFEST} and secret/${MANIFEST}, which list the files of all shares, for
                 tools that read many files as one table
  --formats      ndjson, csv and parquet, with commas between them: the same rows as flat tables (default ndjson)
  --force        write into public/ and secret/ of a folder, though they hold files and no market. An earlier market is
                 replaced without it
  --json         print what was written as JSON`;

export const main = command(HELP, (args, io) => {
  const { values, positionals } = readArguments(() =>
    parseArgs({
      args,
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        list: { type: 'boolean', default: false },
        formats: { type: 'string', default: 'ndjson' },
        force: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }),
  );
  const out = resolve(io.cwd, values.out ?? badArgument('--out is missing.'));
  if (positionals.length === 0) badArgument('Give the folders of the shares.');
  if (positionals.length > MAX_SHARES)
    badArgument(`${positionals.length} shares: at most ${MAX_SHARES} are joined. Write fewer and larger ones.`);
  if (positionals.some((share) => isWithin(out, resolve(io.cwd, share))))
    badArgument(`--out ${values.out}: this is in the folder of a share. Give another folder.`);
  const formats = readFormats(values.formats);
  if (values.list && formats.length > 0) badArgument('--list and --formats: tables are made of the joined market.');
  const given = values.out ?? '';
  if (values.list)
    for (const half of [PUBLIC, SECRET])
      refuseToReplaceOther(
        { option: '--out', path: join(given, half, MANIFEST), from: io.cwd, isForced: values.force },
        (beginning) => beginning.includes(`"${MANIFEST_SCHEMA}"`),
      );
  else refuseForeignFolder(out, given, values.force);
  const shares = readShares(positionals, io);
  const read: ReadChunks = (share, path) => readChunks(join(share.name, path), io.cwd);
  failOn(firstIssues(checkManifests(shares), MORE));
  failOn(firstIssues(missingFiles(shares, io.cwd), MORE));
  failOn(firstIssues(checkLines(shares, read, createNativeSha256), MORE));
  if (!values.list) for (const folder of [join(PUBLIC, 'schemas'), SECRET]) orFail(makeFolder(join(out, folder)));
  const removed = values.list ? 0 : clearDataFiles(out);
  const { marketId, ads, profile } = (shares[0] as Share).manifest;
  const realism = shippedLibrary().realism.settings[profile] ?? [];
  const files = values.list
    ? writeLists(shares, out, io.cwd)
    : writeMarket(joinShares(shares, read, { formats, newHash: createNativeSha256, realism }), out);
  if (values.json) printJson(io, { marketId, ads, shares: shares.length, files }, 0);
  else
    printLines(
      io,
      `${ads} ads in ${counted(shares.length, 'share')}, market ${marketId}`,
      `${files.length} files in ${out}`,
      ...toldOfCleared(removed),
      values.list ? SHARES_TELL : `Hand out ${PUBLIC}/ alone, and keep ${SECRET}/ until the scores are in.`,
    );
  return 0;
});

/** Whether a path is that of a folder or lies below it; both are absolute. */
const isWithin = (path: string, folder: string) => path === folder || path.startsWith(folder + sep);

/** Reads the shares in these folders, or fails with the faults of all of them. */
function readShares(folders: readonly string[], io: CommandIo): Share[] {
  const read = folders.map((folder) => readShare(folder, io.cwd));
  failOn(
    firstIssues(
      read.flatMap((one) => (one.ok ? [] : one.issues)),
      MORE,
    ),
  );
  return read.flatMap((one) => (one.ok ? [one.value] : []));
}

function failOn(issues: Parameters<typeof failWithIssues>[0]): void {
  if (issues.length > 0) failWithIssues(issues);
}

function writeMarket(parts: Iterable<FilePart>, out: string): string[] {
  const written = new Set<string>();
  for (const { file, bytes } of parts) {
    orFail(writePart(join(out, file), bytes, written.has(file)));
    written.add(file);
  }
  return [...written];
}

function writeLists(shares: readonly Share[], out: string, cwd: string): string[] {
  return ([PUBLIC, SECRET] as const).map((folder) => {
    const from = join(out, folder);
    orFail(makeFolder(from));
    const pathOf = ({ name }: Share, path: string) => relative(from, resolve(cwd, name, path)).replaceAll(sep, '/');
    const text = `${JSON.stringify(listShares(shares, folder, pathOf), null, 2)}\n`;
    orFail(writePart(join(from, MANIFEST), utf8(text)));
    return `${folder}/${MANIFEST}`;
  });
}

if (import.meta.main) await runCommand(main);
