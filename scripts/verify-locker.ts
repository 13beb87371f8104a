import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { openFileSource } from '#adapters/node/file-source.ts';
import { openFolderBag } from '#adapters/node/folder-bag.ts';
import { createSignatureCheck, isCertificate } from '#adapters/node/openssl-timestamp.ts';
import { kindOf, readBytes } from '#adapters/node/read-file.ts';
import type { LockerReport } from '#app/evidence/locker-report.ts';
import { type VerifiedBag, type VerifyOptions, verifyFiles, verifyZippedLocker } from '#app/evidence/verify-locker.ts';
import { compareHead } from '#core/evidence/compare-head.ts';
import { type Claim, lockerClaims } from '#core/evidence/locker-claims.ts';
import type { Issue } from '#core/kernel/issue.ts';
import messages from '#i18n/messages/en/evidence.json' with { type: 'json' };
import { translator } from '#i18n/translator.ts';
import { badArgument, failWithIssues, fromArgument, readArguments } from './command-line.ts';
import { printIssue } from './print-issue.ts';
import { oneLine, printJson, printLines } from './print-text.ts';

const HELP = `Usage: npm run -s verify-locker -- FILE.zip|FOLDER [--token FILE.tsr] [--ca CA.pem]
       [--expect-head HASH] [--paths] [--json]
Verifies a locker: manifests, WARC digests, custody chain, records, WACZ, time stamps. Says by path and item what holds
and what does not, each fault as FILE:LINE:COL code sentence. Cure. Nothing is unpacked to the disk, and nothing is run.
A locker that holds is consistent in itself. What lies outside it (a time stamp, a hash written down elsewhere) is named.
Ends with 1 where something does not hold or the file is refused.
  --token        the answer of a time-stamp authority; else FILE.tsr beside the zip, or the one in the bag
  --ca           the certificate that the answer is held against; else the training authority of this machine
  --expect-head  the hash of the last custody entry, as it was written down apart from the locker
  --paths        list every file with its SHA-256, and not only those that do not hold
  --json         print the whole report as JSON`;

/** An answer, and a certificate, have a few kilobytes. */
const MOST_TOKEN = 1024 ** 2;
/** Bytes of a locker that are hashed at once. */
const PART = 1024 ** 2;

const { values, positionals } = readArguments(HELP, () =>
  parseArgs({
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
const [path = badArgument(HELP, 'The file or folder is missing.'), ...more] = positionals;
if (more.length > 0) badArgument(HELP, `One file or folder at a time, and not also ${more.join(' ')}.`);
const kind = kindOfLocker();
for (const name of ['token', 'ca'] as const) {
  const file = values[name];
  if (file === undefined) continue;
  const bytes = fromArgument(HELP, `--${name} ${file}: there is no such file.`, readBytes(file, MOST_TOKEN));
  if (name === 'ca' && !isCertificate(bytes))
    badArgument(HELP, `--ca ${file}: this is no certificate. Give the .pem file of an authority.`);
}

const expectHead = values['expect-head'];
if (expectHead !== undefined && ['malformed', 'not-given'].includes(compareHead('', expectHead)))
  badArgument(HELP, `--expect-head ${expectHead}: give 64 hexadecimal digits.`);

const beside = values.token ?? path.replace(/(?:\.zip)?\/?$/i, '.tsr');
const answer = readBytes(beside, MOST_TOKEN);
const options: VerifyOptions = {
  ...(answer.ok && { answer: answer.value }),
  checkSignature: createSignatureCheck(values.ca),
  ...(expectHead !== undefined && { expectHead }),
};
const isFolder = kind === 'folder';
const verified = isFolder ? await verifyFolder(path) : await verifyZip(path);
if (!verified.ok) refuse(verified.issues);
const { value: report } = verified;
if (values.json) printJson(report);
else await print(report);
process.exitCode = report.faultless ? 0 : 1;

function kindOfLocker(): 'file' | 'folder' {
  const found = kindOf(path);
  if (!found.ok && found.issues.every(({ code }) => code !== 'file.missing')) return refuse(found.issues);
  return fromArgument(HELP, `${path}: there is no such file or folder.`, found);
}

async function verifyZip(file: string): Promise<VerifiedBag> {
  const source = await openFileSource(file).catch((error: Error) =>
    refuse([{ code: 'zip.unreadable', severity: 'error', path: [], params: { reason: error.message } }]),
  );
  const result = await verifyZippedLocker(source, options);
  await source.close();
  return result;
}

async function verifyFolder(folder: string): Promise<VerifiedBag> {
  const { issues, bag } = openFolderBag(folder);
  return issues.length > 0 ? { ok: false, issues } : verifyFiles(bag, options);
}

/** Says why nothing was looked at, and ends with 1. */
function refuse(issues: readonly Issue[]): never {
  if (!values.json) return failWithIssues(issues.map((issue) => ({ ...issue, position: at(path) })));
  printJson({ schema: 'locker-refusal/2', consistent: false, issues });
  process.exit(1);
}

function at(file: string) {
  return { file, line: 1, column: 1 };
}

async function print(report: LockerReport): Promise<void> {
  const { paths, items, custody, issues } = report;
  const say = translator(messages);
  const claim = ({ id, params }: Claim) => line(say(id as keyof typeof messages, params));
  const line = (text: string) => printLines(oneLine(text));
  if (!isFolder) line(say('verify.file', { name: path, ...(await digestOf(path)) }));
  for (const issue of issues) line(`${issue.severity}: ${printIssue(issue)}`);
  for (const entry of paths)
    if (values.paths || !entry.holds) {
      const state = say(entry.holds ? 'verify.path.holds' : 'verify.path.fails');
      line(`${state}  ${entry.sha256 || '-'.repeat(64)}  ${entry.path}`);
    }
  for (const { folder, item, holds: whole, gaps, records } of items) {
    const name = item === folder ? item : `${item} (${folder})`;
    line(say(whole ? 'verify.item.holds' : 'verify.item.fails', { item: name, records }));
    for (const gap of gaps) line(`  ${say('verify.gap', { gap: say(`report.gap.${gap}`) })}`);
  }
  line(say('verify.custody', { entries: custody.entries, head: custody.head }));
  const { inside, outside } = lockerClaims(report);
  for (const sentence of [...inside, ...outside]) claim(sentence);
  line(say('verify.limits'));
}

async function digestOf(file: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const source = await openFileSource(file);
  const hash = createHash('sha256');
  for (let at = 0; at < source.size; at += PART) hash.update(await source.read(at, Math.min(PART, source.size - at)));
  await source.close();
  return { bytes: source.size, sha256: hash.digest('hex') };
}
