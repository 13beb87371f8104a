import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { lockersOfAttempt } from '#app/evidence/locker-of-attempt.ts';
import { packLocker } from '#app/evidence/pack-locker.ts';
import { playCase } from '#app/reference/play-case.ts';
import { POLICY_NAMES, type PolicyName } from '#app/reference/policies.ts';
import messages from '#i18n/messages/en/evidence.json' with { type: 'json' };
import { translator } from '#i18n/translator.ts';
import { badArgument, readArguments } from './command-line.ts';
import { loadShippedCase, shippedCases } from './load-shipped-case.ts';

const HELP = `Usage: npm run -s export-locker -- --scenario <id> --policy <policy> --out FILE.zip [--exercise <state>]
Plays a shipped case and packs what the player has kept as one bag (BagIt, WARC, WACZ, CASE/UCO, custody log, report).
Ends with 1 where the player has kept nothing.
  --scenario   id of a folder under scenarios/
  --policy     ${POLICY_NAMES.join(' | ')}
  --out        the zip to write
  --exercise   which preservation exercise, where a case has several`;

const { values } = readArguments(HELP, () =>
  parseArgs({
    options: {
      scenario: { type: 'string' },
      policy: { type: 'string' },
      out: { type: 'string' },
      exercise: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  }),
);
const id = values.scenario ?? badArgument(HELP, '--scenario is missing.');
const policy = values.policy ?? badArgument(HELP, '--policy is missing.');
const out = values.out ?? badArgument(HELP, '--out is missing.');
if (!(POLICY_NAMES as readonly string[]).includes(policy))
  badArgument(HELP, `--policy ${policy}: there is no such policy. Known: ${POLICY_NAMES.join(', ')}.`);
const shipped =
  loadShippedCase(id) ??
  badArgument(HELP, `--scenario ${id}: there is no such case with a key. Known: ${shippedCases().join(', ')}.`);

const log = playCase(shipped.material, shipped.answers, policy as PolicyName, '1970-01-01T00:00:00Z');
const material = { ...shipped.material, title: shipped.material.source.title };
const lockers = lockersOfAttempt(material, log);
const states = lockers.map(({ exercise }) => exercise);
const locker =
  values.exercise === undefined ? lockers.at(-1) : lockers.find(({ exercise }) => exercise === values.exercise);
if (!locker) {
  if (values.exercise !== undefined && lockers.length > 0)
    badArgument(HELP, `--exercise ${values.exercise}: nothing was kept there. Known: ${states.join(', ')}.`);
  process.stderr.write(
    `${id}: the player ${policy} has kept no page. Choose a player that captures, such as oracle.\n`,
  );
  process.exit(1);
}
const say = translator(messages);
try {
  const file = createWriteStream(out);
  for await (const part of packLocker(locker, (key, params) => say(key as keyof typeof messages, params)))
    if (!file.write(part)) await once(file, 'drain');
  file.end();
  await once(file, 'finish');
} catch (error) {
  badArgument(HELP, `--out ${out}: the file cannot be written (${error instanceof Error ? error.message : error}).`);
}
process.stdout.write(`${out}: ${locker.items.length} pages in ${locker.id}\n`);
