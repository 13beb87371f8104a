import { parseArgs } from 'node:util';
import { answerTimestamp, OpensslError, TRAINING_FOLDER } from '#evidence/locker/node/openssl-timestamp.ts';
import { readTimestampQuery } from '#kernel/formats/timestamp/read-answer.ts';
import { readBytes } from '#kernel/node/read-file.ts';
import { writeBytes } from '#kernel/node/write-file.ts';
import { badArgument, command, fail, fromArgument, orFail, readArguments } from './command/command-line.ts';
import { oneLine, printLines } from './command/print-text.ts';
import { refuseToReplace } from './command/refuse-to-replace.ts';
import { runCommand } from './command/run-command.ts';

const HELP = `Usage: npm run -s answer-timestamp -- FILE.tsq [--out FILE.tsr] [--keys FOLDER] [--force]
Answers the time-stamp request of a locker as a training authority (RFC 3161, by openssl). The certificate says TRAINING.
The request lies in the bag as timestamps/manifest-sha256.tsq. Keep the answer beside the zip under its name, as .tsr.
  --out    the answer to write; else FILE.tsr
  --keys   where the keys of this machine's training authority lie; made there at the first use
           (else ${TRAINING_FOLDER})
  --force  replace an answer that is there already`;

/** Maximum size of a request; a real one has a few hundred bytes. */
const MAX_BYTES = 1_000_000;

export const main = command(HELP, async (args, io) => {
  const { values, positionals } = readArguments(() =>
    parseArgs({
      args,
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        keys: { type: 'string' },
        force: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }),
  );
  const [query = badArgument('The request is missing.'), ...more] = positionals;
  if (more.length > 0) badArgument(`One request at a time, and not also ${more.join(' ')}.`);
  const request = fromArgument(`${query}: there is no such file.`, readBytes(query, MAX_BYTES, io.cwd));
  const out = values.out ?? `${query.replace(/\.tsq$/i, '')}.tsr`;
  if (!readTimestampQuery(request))
    fail(`${query}:1:1 This is no time-stamp request (RFC 3161). Give the .tsq file of a locker.`);
  refuseToReplace({ option: values.out === undefined ? '' : '--out', path: out, from: io.cwd, isForced: values.force });
  try {
    const { answer, ca } = orFail(await answerTimestamp(request, values.keys, io.cwd));
    orFail(await writeBytes(out, answer, io.cwd));
    printLines(
      io,
      oneLine(`${out}: answered by a TRAINING authority. Verify with: verify-locker BAG --token ${out} --ca ${ca}`),
    );
    return 0;
  } catch (error) {
    if (!(error instanceof OpensslError)) throw error;
    return fail(`${query}: it could not be answered: ${error.message}. Install openssl and run it again.`);
  }
});

if (import.meta.main) await runCommand(main);
