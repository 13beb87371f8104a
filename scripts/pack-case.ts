import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileIssue } from '#adapters/node/file-issue.ts';
import { resolvePath } from '#adapters/node/resolve-path.ts';
import { writeBytes } from '#adapters/node/write-file.ts';
import { packedPlace } from '#components/packed-place.ts';
import { shippedCases } from './attempts/load-shipped-case.ts';
import { badArgument, command, fail, failWithIssues, orFail, readArguments } from './command/command-line.ts';
import { isThere } from './command/is-there.ts';
import { printLines } from './command/print-text.ts';
import { runCommand } from './command/run-command.ts';
import { buildSite, DIST } from './site/build.ts';

const HELP = `Usage: npm run -s pack-case -- <id> --out FILE.html [--force] [--no-build]
Writes a case as one HTML file that opens from a USB stick or a mail, without a network. The answers are inside. The file
is a part of the built site, which is built first where something has changed. Ends with 1 where it has a fault.
  <id>         id of a folder under scenarios/
  --out        the file to write
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
  if (!known.includes(id)) badArgument(`${id}: there is no such case. Known: ${known.join(', ')}.`);
  // Asked before the site is built, which takes half a minute.
  const file = resolvePath(out, io.cwd);
  if (!isThere(dirname(file))) failWithIssues([fileIssue(out, 'file.unwritable', { reason: 'ENOENT' })]);
  if (!values.force && isThere(file))
    badArgument(`--out ${out} is there already. Choose another name, or replace it with --force.`);

  if (values.build && buildSite() === 'failed') fail('The site could not be built; the reason stands above.');
  const packed = join(DIST, packedPlace(id));
  if (!existsSync(packed)) fail(`There is no packed ${id} in dist/. Run: npm run build`);
  const bytes = readFileSync(packed);
  orFail(await writeBytes(out, bytes, io.cwd));
  printLines(io, `${out}: ${id}, ${(bytes.length / 1e6).toFixed(2)} MB, answers inside`);
  return 0;
});

if (import.meta.main) await runCommand(main);
