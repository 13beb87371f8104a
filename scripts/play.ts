import { parseArgs } from 'node:util';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { POLICY_NAMES, type PolicyName } from '#case/reference-players/use-cases/policy-names.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import { loadShippedCase, shippedCases } from './attempts/load-shipped-case.ts';
import { printReport } from './attempts/print-report.ts';
import { badArgument, command, readArguments } from './command/command-line.ts';
import { printJson } from './command/print-text.ts';
import { runCommand } from './command/run-command.ts';

const HELP = `Usage: npm run -s play -- --scenario <id> --policy <policy> [--json] [--log]
Plays a shipped case without a browser and prints its score report.
  --scenario   id of a folder under scenarios/
  --policy     ${POLICY_NAMES.join(' | ')}
  --json       print the whole report as JSON
  --log        print the attempt log instead of the report, as score-attempt reads it`;

export const main = command(HELP, (args, io) => {
  const { values } = readArguments(() =>
    parseArgs({
      args,
      options: {
        scenario: { type: 'string' },
        policy: { type: 'string' },
        json: { type: 'boolean', default: false },
        log: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }),
  );
  const id = values.scenario ?? badArgument('--scenario is missing.');
  const policy = values.policy ?? badArgument('--policy is missing.');
  if (!(POLICY_NAMES as readonly string[]).includes(policy))
    badArgument(`--policy ${policy}: there is no such policy. Known: ${POLICY_NAMES.join(', ')}.`);
  const shipped =
    loadShippedCase(id) ??
    badArgument(`--scenario ${id}: there is no such case with a key. Known: ${shippedCases().join(', ')}.`);

  const log = playCase(shipped.material, shipped.answers, policy as PolicyName, '1970-01-01T00:00:00Z');
  if (values.log) printJson(io, log);
  else printReport(io, scoreAttempt(log, shipped.material, shipped.answers), values.json);
  return 0;
});

if (import.meta.main) await runCommand(main);
