import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { answerTimestamp, OpensslError, TRAINING_FOLDER } from '#adapters/node/openssl-timestamp.ts';
import { readTimestampQuery } from '#formats/timestamp/read-answer.ts';
import { badArgument, readArguments } from './command-line.ts';

const HELP = `Usage: npm run -s answer-timestamp -- FILE.tsq [--out FILE.tsr] [--keys FOLDER]
Answers the time-stamp request of a locker as a training authority (RFC 3161, by openssl). The certificate says TRAINING.
The request lies in the bag as timestamps/manifest-sha256.tsq. Keep the answer beside the zip under its name, as .tsr.
  --out    the answer to write; else FILE.tsr
  --keys   where the keys of this machine's training authority lie; made there at the first use
           (else ${TRAINING_FOLDER})`;

const { values, positionals } = readArguments(HELP, () =>
  parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      keys: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  }),
);
const [query = badArgument(HELP, 'The request is missing.'), ...more] = positionals;
if (more.length > 0) badArgument(HELP, `One request at a time, and not also ${more.join(' ')}.`);
if (!existsSync(query)) badArgument(HELP, `${query}: there is no such file.`);
const out = values.out ?? `${query.replace(/\.tsq$/i, '')}.tsr`;
if (!readTimestampQuery(readFileSync(query))) {
  process.stderr.write(`${query}:1:1 This is no time-stamp request (RFC 3161). Give the .tsq file of a locker.\n`);
  process.exit(1);
}
try {
  const ca = await answerTimestamp(resolve(query), resolve(out), values.keys && resolve(values.keys));
  process.stdout.write(
    `${out}: answered by a TRAINING authority. Verify with: verify-locker BAG --token ${out} --ca ${ca}\n`,
  );
} catch (error) {
  if (!(error instanceof OpensslError)) throw error;
  process.stderr.write(`${query}: it could not be answered: ${error.message}. Install openssl and run it again.\n`);
  process.exit(1);
}
