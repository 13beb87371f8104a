import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { firstBrokenEvent } from '#core/attempt/attempt-log.ts';
import { ImpossibleEventError } from '#core/attempt/replay-attempt.ts';
import { parseAttemptLog } from '#core/attempt/schemas.ts';
import { scoreAttempt } from '#core/scoring/score-attempt.ts';
import { badArgument, readArguments } from './command-line.ts';
import { loadShippedCase } from './load-shipped-case.ts';
import { printReport } from './print-report.ts';

const HELP = `Usage: npm run -s score-attempt -- --log FILE [--json]
Scores a saved attempt of a shipped case: the file that the case page saves, or the log that play --log prints.
Ends with 1 where the log is refused.
  --log    the attempt log, JSON
  --json   print the whole report as JSON`;

const { values } = readArguments(HELP, () =>
  parseArgs({
    options: {
      log: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  }),
);
const file = values.log ?? badArgument(HELP, '--log is missing.');
const parsed = parseAttemptLog(readLog(file));
if (!parsed.ok)
  refuse('attempt.shape', `The file is no attempt log: ${parsed.said}. Save it from the case page again.`);
const { log } = parsed;
const broken = firstBrokenEvent(log);
if (broken !== undefined)
  refuse(
    'attempt.chain',
    `Event ${broken} does not fit what stands before it. The file was changed after it was saved.`,
  );
const shipped =
  loadShippedCase(log.header.scenario) ??
  refuse(
    'attempt.unknown-case',
    `There is no case "${log.header.scenario}" with a key here. Use the version of the kit that the attempt was made with.`,
  );
if (shipped.material.scenario.hash !== log.header.scenarioHash)
  refuse(
    'attempt.other-text',
    'The attempt was made with another text of the case. Use the version of the kit that it was made with.',
  );
if (shipped.material.market.marketId !== log.header.marketId)
  refuse(
    'attempt.other-market',
    'The attempt was made over another market. Use the version of the kit that it was made with.',
  );

try {
  printReport(scoreAttempt(log, shipped.material, shipped.answers), values.json);
} catch (error) {
  if (error instanceof ImpossibleEventError)
    refuse('attempt.impossible-event', `${error.message} Save the attempt from the case page again.`);
  throw error;
}

function readLog(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return badArgument(HELP, `--log ${path}: the file cannot be read.`);
  }
  try {
    const value: unknown = JSON.parse(text);
    // The case page saves an attempt as it lies in storage, with its id beside header and events.
    return typeof value === 'object' && value !== null && 'header' in value && 'events' in value
      ? { header: value.header, events: value.events }
      : value;
  } catch {
    return refuse('attempt.json', 'The file is no JSON. Save the attempt from the case page again.');
  }
}

function refuse(code: string, sentence: string): never {
  process.stderr.write(`${file}:1:1 ${code} ${sentence}\n`);
  process.exit(1);
}
