import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import { capturesPages } from '#case/attempt/model/captured-pages.ts';
import { ImpossibleEventError } from '#case/attempt/model/replay-attempt.ts';
import { firstUnknownName } from '#case/attempt/model/unknown-names.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { POLICY_NAMES, type PolicyName } from '#case/reference-players/use-cases/policy-names.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { packLocker } from '#evidence/locker/use-cases/pack-locker.ts';
import { sayFrom } from '#evidence/locker/use-cases/say-from.ts';
import { LANG } from '#i18n/locale.ts';
import { NONCE_BYTES } from '#kernel/formats/timestamp/write-query.ts';
import { readText } from '#kernel/node/read-file.ts';
import { writeParts } from '#kernel/node/write-file.ts';
import { lockersOfAttempt } from '#kinds/preservation/use-cases/locker/locker-of-attempt.ts';
import { KIND_READS } from '#kinds/shipped/model/reads.ts';
import { type AttemptFault, readAttemptOfCase } from '#studio/use-cases/checking/read-attempt-of-case.ts';
import messages from '#words/evidence/evidence.json' with { type: 'json' };
import { type NotScored, otherVersion, sayUnknown } from './attempts/judge-attempt.ts';
import { loadShippedCase, type ShippedCase, shippedCases } from './attempts/load-shipped-case.ts';
import { badArgument, command, fail, fromArgument, orFail, readArguments } from './command/command-line.ts';
import { counted } from './command/counted.ts';
import { printLines } from './command/print-text.ts';
import { refuseToReplace } from './command/refuse-to-replace.ts';
import { runCommand } from './command/run-command.ts';

const HELP = `Usage: npm run -s export-locker -- --scenario <id> --policy <policy> --out FILE.zip [--exercise <state>] [--force]
       npm run -s export-locker -- --scenario <id> --log FILE --out FILE.zip [--exercise <state>] [--force]
Packs what was kept in an attempt as one bag (BagIt, WARC, WACZ, CASE/UCO, custody log, report): an attempt that a player
makes now, or one that was saved. Ends with 1 where nothing was kept, or the saved attempt is refused.
  --scenario   id of a folder under scenarios/
  --log        the attempt, as the case page saves it or play --log prints it
  --policy     ${POLICY_NAMES.join(' | ')}
  --out        the zip to write
  --exercise   which exercise with a bench, where a case has several
  --force      replace a file that is there already`;

const REFUSED: Readonly<Record<AttemptFault, string>> = {
  'not-json': 'The file is no JSON. Save the attempt from the case page again.',
  'not-attempt': 'The file is no attempt. Save it from the case page again.',
  'report-alone': 'The file holds a report and no log. Save the attempt from the case page again.',
  newer: 'The file was saved by a newer version of the kit. Use that version.',
  changed: 'The attempt was changed after it was saved. Save it from the case page again.',
  'other-case': 'The attempt is of another case. Give its id as --scenario.',
};

/** Maximum size of an attempt file; the longest attempt at a shipped case has a hundredth of it. */
const MAX_BYTES = 50_000_000;

/** An attempt with its origin: a reference player, or a file. */
interface MadeAttempt {
  readonly log: AttemptLog;
  readonly player?: PolicyName | undefined;
  readonly file?: string | undefined;
}

export const main = command(HELP, async (args, io) => {
  const { values } = readArguments(() =>
    parseArgs({
      args,
      options: {
        scenario: { type: 'string' },
        policy: { type: 'string' },
        log: { type: 'string' },
        out: { type: 'string' },
        exercise: { type: 'string' },
        force: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }),
  );
  const id = values.scenario ?? badArgument('--scenario is missing.');
  if ((values.policy === undefined) === (values.log === undefined)) badArgument('Give either --policy or --log.');
  const out = values.out ?? badArgument('--out is missing.');
  const player = POLICY_NAMES.find((name) => name === values.policy);
  if (values.policy !== undefined && !player)
    badArgument(`--policy ${values.policy}: there is no such policy. Known: ${POLICY_NAMES.join(', ')}.`);
  refuseToReplace({ option: '--out', path: out, from: io.cwd, isForced: values.force });
  // Read before the case, which takes a second to load, so that a file that is no attempt is refused at once.
  const saved = values.log === undefined ? undefined : savedLog(values.log, id, io.cwd);
  const shipped =
    loadShippedCase(id) ??
    badArgument(`--scenario ${id}: there is no such case with a key. Known: ${shippedCases().join(', ')}.`);
  if (!capturesPages(shipped.material))
    fail(`${id}: there is no bench in it at which pages are kept. Choose a case that has one.`);

  const log = saved ?? playCase(shipped.material, shipped.answers, player ?? 'nothing', '1970-01-01T00:00:00Z');
  const locker = chosenLocker(shipped, { log, player, file: values.log }, values.exercise);
  const parts = packLocker(locker, sayFrom(messages, LANG), { nonce: randomBytes(NONCE_BYTES) });
  orFail(await writeParts(out, parts, io.cwd));
  printLines(io, `${out}: ${counted(locker.items.length, 'page')} in ${locker.id}`);
  return 0;
});

/** The locker of the given exercise; without one, the last locker of the attempt. */
function chosenLocker(shipped: ShippedCase, attempt: MadeAttempt, exercise: string | undefined): Locker {
  const lockers = keptIn(shipped, attempt);
  const states = lockers.map((locker) => locker.exercise);
  const chosen = exercise === undefined ? lockers.at(-1) : lockers.find((locker) => locker.exercise === exercise);
  if (chosen) return chosen;
  if (exercise !== undefined && lockers.length > 0)
    return badArgument(`--exercise ${exercise}: nothing was kept there. Known: ${states.join(', ')}.`);
  const { player, file } = attempt;
  return fail(
    player
      ? `${shipped.material.source.id}: the player ${player} has kept no page. Choose a player that captures, such as oracle.`
      : `${file}: no page was kept in this attempt. Capture one at the bench first.`,
  );
}

function keptIn(shipped: ShippedCase, { log, file }: MadeAttempt): Locker[] {
  /** Prints why the attempt is not packed, and exits with 1. */
  const refuse = ({ code, sentence }: NotScored) => fail(`${file}:1:1 ${code} ${sentence}`);
  const material = { ...shipped.material, title: shipped.material.source.title };
  const other = file === undefined ? undefined : otherVersion(log.header, shipped);
  if (other) refuse(other);
  const unknown = firstUnknownName(
    log,
    { ...material, choices: [...shipped.answers.catalogue.values()] },
    material.kinds,
  );
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

function savedLog(file: string, id: string, cwd: string): AttemptLog {
  const text = fromArgument(`--log ${file}: there is no such file.`, readText(file, MAX_BYTES, cwd));
  const read = readAttemptOfCase(text, id, { reads: KIND_READS });
  return read.ok ? read.log : fail(`${file}: ${REFUSED[read.fault]}`);
}

if (import.meta.main) await runCommand(main);
