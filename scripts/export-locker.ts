import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { readText } from '#adapters/node/read-file.ts';
import { writeParts } from '#adapters/node/write-file.ts';
import { type AttemptFault, readAttemptOfCase } from '#app/author/read-attempt-of-case.ts';
import { lockersOfAttempt } from '#app/evidence/locker-of-attempt.ts';
import { packLocker } from '#app/evidence/pack-locker.ts';
import { playCase } from '#app/reference/play-case.ts';
import { POLICY_NAMES } from '#app/reference/policy-names.ts';
import type { AttemptLog } from '#core/attempt/attempt-log.ts';
import { ImpossibleEventError } from '#core/attempt/replay-attempt.ts';
import { firstUnknownName } from '#core/attempt/unknown-names.ts';
import type { Locker } from '#core/evidence/locker.ts';
import { hasExercise } from '#core/scenario/compiled-scenario.ts';
import { NONCE_BYTES } from '#formats/timestamp/write-query.ts';
import messages from '#i18n/messages/en/evidence.json' with { type: 'json' };
import { translator } from '#i18n/translator.ts';
import { badArgument, fromArgument, orFail, readArguments } from './command-line.ts';
import { type NotScored, otherVersion, sayUnknown } from './judge-attempt.ts';
import { loadShippedCase, shippedCases } from './load-shipped-case.ts';
import { complain, printLines } from './print-text.ts';

const HELP = `Usage: npm run -s export-locker -- --scenario <id> --policy <policy> --out FILE.zip [--exercise <state>]
       npm run -s export-locker -- --scenario <id> --log FILE --out FILE.zip [--exercise <state>]
Packs what was kept in an attempt as one bag (BagIt, WARC, WACZ, CASE/UCO, custody log, report): an attempt that a player
makes now, or one that was saved. Ends with 1 where nothing was kept, or the saved attempt is refused.
  --scenario   id of a folder under scenarios/
  --log        the attempt, as the case page saves it or play --log prints it
  --policy     ${POLICY_NAMES.join(' | ')}
  --out        the zip to write
  --exercise   which preservation exercise, where a case has several`;

const REFUSED: Readonly<Record<AttemptFault, string>> = {
  'not-json': 'The file is no JSON. Save the attempt from the case page again.',
  'not-attempt': 'The file is no attempt. Save it from the case page again.',
  'report-alone': 'The file holds a report and no log. Save the attempt from the case page again.',
  newer: 'The file was saved by a newer version of the kit. Use that version.',
  changed: 'The attempt was changed after it was saved. Save it from the case page again.',
  'other-case': 'The attempt is of another case. Give its id as --scenario.',
};

/** The longest attempt of a shipped case has a hundredth of it. */
const MOST_BYTES = 50_000_000;

const { values } = readArguments(HELP, () =>
  parseArgs({
    options: {
      scenario: { type: 'string' },
      policy: { type: 'string' },
      log: { type: 'string' },
      out: { type: 'string' },
      exercise: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  }),
);
const id = values.scenario ?? badArgument(HELP, '--scenario is missing.');
if ((values.policy === undefined) === (values.log === undefined)) badArgument(HELP, 'Give either --policy or --log.');
const out = values.out ?? badArgument(HELP, '--out is missing.');
const policy = POLICY_NAMES.find((name) => name === values.policy);
if (values.policy !== undefined && !policy)
  badArgument(HELP, `--policy ${values.policy}: there is no such policy. Known: ${POLICY_NAMES.join(', ')}.`);
// Read before the case, which takes a second to be made: a file that is no attempt is refused at once.
const saved = values.log === undefined ? undefined : savedLog(values.log);
const shipped = loadShippedCase(id) ?? noSuchCase();

if (!hasExercise(shipped.material.scenario, 'preservation')) {
  complain(`${id}: there is no bench in it at which pages are kept. Choose a case that has one.`);
  process.exit(1);
}

const log = saved ?? playCase(shipped.material, shipped.answers, policy ?? 'nothing', '1970-01-01T00:00:00Z');
const material = { ...shipped.material, title: shipped.material.source.title };
const lockers = keptIn();
const states = lockers.map(({ exercise }) => exercise);
const locker =
  values.exercise === undefined ? lockers.at(-1) : lockers.find(({ exercise }) => exercise === values.exercise);
if (!locker) {
  if (values.exercise !== undefined && lockers.length > 0)
    badArgument(HELP, `--exercise ${values.exercise}: nothing was kept there. Known: ${states.join(', ')}.`);
  complain(
    policy
      ? `${id}: the player ${policy} has kept no page. Choose a player that captures, such as oracle.`
      : `${values.log}: no page was kept in this attempt. Capture one at the bench first.`,
  );
  process.exit(1);
}
const say = translator(messages);
const nonce = randomBytes(NONCE_BYTES);
orFail(
  await writeParts(
    out,
    packLocker(locker, (key, params) => say(key as keyof typeof messages, params), { nonce }),
  ),
);
printLines(`${out}: ${locker.items.length} pages in ${locker.id}`);

function noSuchCase(): never {
  return badArgument(HELP, `--scenario ${id}: there is no such case with a key. Known: ${shippedCases().join(', ')}.`);
}

function keptIn(): Locker[] {
  const other = saved && otherVersion(saved.header, shipped);
  if (other) refuse(other);
  const unknown = firstUnknownName(log, { ...material, choices: [...shipped.answers.catalogue.values()] });
  if (unknown) refuse(sayUnknown(unknown));
  try {
    return lockersOfAttempt(material, log);
  } catch (error) {
    if (!(error instanceof ImpossibleEventError)) throw error;
    return refuse({
      code: 'attempt.impossible-event',
      sentence: `${error.message} Use the version of the kit that the attempt was made with.`,
    });
  }
}

/** Says why nothing of the attempt is packed, and ends with 1. */
function refuse({ code, sentence }: NotScored): never {
  complain(`${values.log}:1:1 ${code} ${sentence}`);
  process.exit(1);
}

function savedLog(file: string): AttemptLog {
  const read = readAttemptOfCase(textOf(file), id);
  if (read.ok) return read.log;
  complain(`${file}: ${REFUSED[read.fault]}`);
  process.exit(1);
}

function textOf(file: string): string {
  return fromArgument(HELP, `--log ${file}: there is no such file.`, readText(file, MOST_BYTES));
}
