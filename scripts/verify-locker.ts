import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openFileSource } from '#adapters/node/file-source.ts';
import { openFolderBag } from '#adapters/node/folder-bag.ts';
import { createSignatureCheck } from '#adapters/node/openssl-timestamp.ts';
import {
  type LockerReport,
  type VerifyOptions,
  verifyLocker,
  verifyZippedLocker,
} from '#app/evidence/verify-locker.ts';
import { inOneFolder } from '#formats/bagit/in-one-folder.ts';
import messages from '#i18n/messages/en/evidence.json' with { type: 'json' };
import { translator } from '#i18n/translator.ts';
import { badArgument, failWithIssues, readArguments } from './command-line.ts';
import { printIssue } from './print-issue.ts';

const HELP = `Usage: npm run -s verify-locker -- FILE.zip|FOLDER [--token FILE.tsr] [--ca CA.pem] [--json]
Verifies a locker: manifests, WARC digests, custody chain, records, WACZ, time stamps. Says by path and item what holds.
Ends with 1 where something does not hold or the file is refused.
  --token   the answer of a time-stamp authority; else FILE.tsr beside the zip, or the one in the bag
  --ca      the certificate that the answer is held against; else the training authority of this machine
  --json    print the whole report as JSON`;

const { values, positionals } = readArguments(HELP, () =>
  parseArgs({
    allowPositionals: true,
    options: {
      token: { type: 'string' },
      ca: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  }),
);
const [path = badArgument(HELP, 'The file or folder is missing.'), ...more] = positionals;
if (more.length > 0) badArgument(HELP, `One file or folder at a time, and not also ${more.join(' ')}.`);
if (!existsSync(path)) badArgument(HELP, `${path}: there is no such file or folder.`);
for (const [name, file] of [['token', values.token] as const, ['ca', values.ca] as const])
  if (file !== undefined && !existsSync(file)) badArgument(HELP, `--${name} ${file}: there is no such file.`);

const beside = values.token ?? path.replace(/(?:\.zip)?\/?$/i, '.tsr');
const options: VerifyOptions = {
  ...(existsSync(beside) && lstatSync(beside).isFile() && { answer: readFileSync(beside) }),
  checkSignature: createSignatureCheck(values.ca),
};
const report = lstatSync(path).isDirectory() ? await verifyFolder(path) : await verifyZip(path);
if (values.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
else print(report);
process.exitCode = report.holds ? 0 : 1;

async function verifyZip(file: string): Promise<LockerReport> {
  const source = await openFileSource(file);
  const result = await verifyZippedLocker(source, options);
  await source.close();
  return result.ok ? result.value : failWithIssues(result.issues.map((issue) => ({ ...issue, position: at(file) })));
}

async function verifyFolder(folder: string): Promise<LockerReport> {
  const { issues, bag } = openFolderBag(folder);
  if (issues.length > 0) failWithIssues(issues.map((issue) => ({ ...issue, position: at(folder) })));
  return verifyLocker(inOneFolder(bag) ?? bag, options);
}

function at(file: string) {
  return { file, line: 1, column: 1 };
}

function print({ holds, paths, items, custody, timestamp, issues }: LockerReport): void {
  const say = translator(messages);
  const line = (text: string) => process.stdout.write(`${text.replaceAll(/\p{Cc}+/gu, ' ')}\n`);
  for (const issue of issues) line(`${issue.severity}: ${printIssue(issue)}`);
  for (const { folder, item, holds: whole, gaps, records } of items) {
    const name = item === folder ? item : `${item} (${folder})`;
    line(say(whole ? 'verify.item.holds' : 'verify.item.fails', { item: name, records }));
    for (const gap of gaps) line(`  ${say(`report.gap.${gap}`)}`);
  }
  line(say('verify.custody', { entries: custody.entries, head: custody.head }));
  line(say(`verify.timestamp.${timestamp.state}`, { time: timestamp.time }));
  if (timestamp.state === 'answered') line(say(`verify.signature.${timestamp.signature}`));
  const failed = paths.filter((entry) => !entry.holds).length;
  line(say(holds ? 'verify.holds' : 'verify.fails', { paths: paths.length, failed }));
}
