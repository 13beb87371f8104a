import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type LockerClaim, sayClaim } from '#evidence/locker/model/claim.ts';
import { compareHead } from '#evidence/locker/model/compare-head.ts';
import { FILE_STATES, fileStates } from '#evidence/locker/model/file-states.ts';
import { itemClaims } from '#evidence/locker/model/item-claims.ts';
import { lockerClaims } from '#evidence/locker/model/locker-claims.ts';
import { createSignatureCheck, isCertificate } from '#evidence/locker/node/openssl-timestamp.ts';
import type { LockerReport } from '#evidence/locker/use-cases/locker-report.ts';
import { sayFrom } from '#evidence/locker/use-cases/say-from.ts';
import {
  type VerifiedBag,
  type VerifyOptions,
  verifyFiles,
  verifyZippedLocker,
} from '#evidence/locker/use-cases/verify-locker.ts';
import { LANG } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { openFileSource } from '#kernel/node/file-source.ts';
import { openFolderBag } from '#kernel/node/folder-bag.ts';
import { kindOf, readBytes } from '#kernel/node/read-file.ts';
import messages from '#words/evidence/evidence.json' with { type: 'json' };
import type { CommandIo } from './command/command-io.ts';
import { badArgument, command, failWithIssues, fromArgument, readArguments } from './command/command-line.ts';
import { printIssue } from './command/print-issue.ts';
import { oneLine, printJson, printLines } from './command/print-text.ts';
import { runCommand } from './command/run-command.ts';

const HELP = `Usage: npm run -s verify-locker -- FILE.zip|FOLDER [--token FILE.tsr] [--ca CA.pem]
       [--expect-head HASH] [--paths] [--json]
Verifies a locker from its custody log outward: pages, copies and letters by their hashes, records and captures fact by
fact, report and other files by making them again, lists and time stamps. Says by path and item what holds and what does
not, each fault as FILE:LINE:COL code sentence. Cure. Nothing is unpacked to the disk, and nothing is run.
A locker without a contradiction is consistent in itself, and no more. A time stamp and a given hash are looked at, and
what the custody log does not cover is named, and so is what was not checked.
Ends with 1 where something does not hold or the file is refused.
  --token        the answer of a time-stamp authority, and then the only one that counts; else FILE.tsr beside the zip,
                 or else the one in the bag
  --ca           the certificate that the answer is checked against; else the training authority of this machine
  --expect-head  the hash of the last custody entry, from a copy that was kept apart from the locker
  --paths        list every file with its SHA-256, and not only those that do not hold
  --json         print the whole report as JSON`;

/** Maximum size of a timestamp answer or a certificate; real ones have a few kilobytes. */
const MAX_TOKEN = 1024 ** 2;
/** Chunk size (bytes) for hashing a locker. */
const PART = 1024 ** 2;

export const main = command(HELP, async (args, io) => {
  const { values, positionals } = readArguments(() =>
    parseArgs({
      args,
      allowPositionals: true,
      options: {
        token: { type: 'string' },
        ca: { type: 'string' },
        'expect-head': { type: 'string' },
        paths: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }),
  );
  const [path = badArgument('The file or folder is missing.'), ...more] = positionals;
  if (more.length > 0) badArgument(`One file or folder at a time, and not also ${more.join(' ')}.`);
  const found = kindOf(path, io.cwd);
  if (!found.ok && found.issues.every(({ code }) => code !== 'file.missing')) return refuse(found.issues);
  const kind = fromArgument(`${path}: there is no such file or folder.`, found);
  for (const name of ['token', 'ca'] as const) {
    const file = values[name];
    if (file === undefined) continue;
    const bytes = fromArgument(`--${name} ${file}: there is no such file.`, readBytes(file, MAX_TOKEN, io.cwd));
    if (name === 'ca' && !isCertificate(bytes))
      badArgument(`--ca ${file}: this is no certificate. Give the .pem file of an authority.`);
  }
  const expectHead = values['expect-head'];
  if (expectHead !== undefined && ['malformed', 'not-given'].includes(compareHead('', expectHead)))
    badArgument(`--expect-head ${expectHead}: give 64 hexadecimal digits.`);

  const answer = readBytes(values.token ?? path.replace(/(?:\.zip)?\/?$/i, '.tsr'), MAX_TOKEN, io.cwd);
  const verified = await verify(path, kind, io.cwd, {
    ...(answer.ok && { answer: answer.value }),
    checkSignature: createSignatureCheck(values.ca, io.cwd),
    say: sayFrom(messages, LANG),
    ...(expectHead !== undefined && { expectHead }),
  });
  if (!verified.ok) return refuse(verified.issues);
  const { value: report } = verified;
  if (values.json) printJson(io, report);
  else {
    if (kind === 'file') await printDigest(io, path);
    print(io, report, values.paths);
  }
  return report.faultless ? 0 : 1;

  /** Reports why nothing was verified, and exits with 1. */
  function refuse(issues: readonly Issue[]): 1 {
    if (!values.json)
      return failWithIssues(issues.map((issue) => ({ ...issue, position: { file: path, line: 1, column: 1 } })));
    printJson(io, { schema: 'locker-refusal/2', consistent: false, issues });
    return 1;
  }
});

async function verify(
  path: string,
  kind: 'file' | 'folder',
  cwd: string,
  options: VerifyOptions,
): Promise<VerifiedBag> {
  if (kind === 'folder') {
    const { issues, bag } = openFolderBag(path, cwd);
    return issues.length > 0 ? { ok: false, issues } : verifyFiles(bag, options);
  }
  const source = await openFileSource(path, cwd).catch((error: Error) => error);
  if (source instanceof Error)
    return {
      ok: false,
      issues: [{ code: 'zip.unreadable', severity: 'error', path: [], params: { reason: source.message } }],
    };
  const result = await verifyZippedLocker(source, options);
  await source.close();
  return result;
}

/** Prints the digest of the file itself. */
async function printDigest(io: CommandIo, path: string): Promise<void> {
  const source = await openFileSource(path, io.cwd);
  const hash = createHash('sha256');
  for (let at = 0; at < source.size; at += PART) hash.update(await source.read(at, Math.min(PART, source.size - at)));
  await source.close();
  const params = { name: path, bytes: source.size, sha256: hash.digest('hex') };
  printLines(io, oneLine(translator(messages)('verify.file', params)));
}

function print(io: CommandIo, report: LockerReport, allPaths: boolean): void {
  const { paths, items, custody, issues } = report;
  const say = translator(messages);
  const line = (text: string) => printLines(io, oneLine(text));
  const inWords = (said: LockerClaim) => sayClaim(said, (id, params) => say(id as keyof typeof messages, params));
  for (const issue of issues) line(`${issue.severity}: ${printIssue(issue)}`);
  const hashes = new Map(paths.map(({ path, sha256 }) => [path, sha256]));
  const width = Math.max(...FILE_STATES.map((state) => say(`file.state.${state}`).length));
  for (const [path, state] of fileStates(report))
    if (allPaths || state === 'fails' || state === 'missing')
      line(`${say(`file.state.${state}`).padEnd(width)}  ${hashes.get(path) || '-'.repeat(64)}  ${path}`);
  const claims = itemClaims(report);
  for (const { folder, item, holds, gaps, records } of items) {
    const said = (claims.get(folder) ?? []).map(inWords).join(' ');
    const name = item === folder ? item : `${item} (${folder})`;
    line(say.count(holds ? 'verify.item.holds' : 'verify.item.fails', records, { item: name, said }));
    for (const gap of gaps) line(`  ${say('verify.gap', { gap: say(`report.gap.${gap}`) })}`);
  }
  line(say.count('verify.custody', custody.entries, { head: custody.head }));
  const { inside, outside, compared, open: uncovered } = lockerClaims(report);
  for (const sentence of inside) line(inWords(sentence));
  for (const [head, sentences] of [
    ['claim.outside', outside],
    ['cover.compared', compared],
    ['cover.open', uncovered],
  ] as const) {
    if (sentences.length > 0) line(`${say(head)}:`);
    for (const sentence of sentences) line(say('verify.claim', { claim: inWords(sentence) }));
  }
  line(say('verify.limits'));
}

if (import.meta.main) await runCommand(main);
