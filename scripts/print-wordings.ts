import { parseArgs } from 'node:util';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { isWordingSet, WORDING_SET_IDS } from '#library/content/model/wording-places.ts';
import { sayOfWordings } from '#library/review/screens/say-of-wordings.ts';
import { wordingsOnPaper } from '#library/review/screens/wordings-on-paper.ts';
import { wordingsSubject } from '#library/review/use-cases/wordings-subject.ts';
import { badArgument, command, readArguments } from './command/command-line.ts';
import { complain, printLines } from './command/print-text.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';

const HELP = `Usage: npm run -s print-wordings -- ${WORDING_SET_IDS.join('|')} [--half assessment] [--json]
Prints the wordings of signs of one family of ads as a form for reviewers on paper, in Markdown. The practice half is also
on a page below facilitate/review/. No page has the other half: give its form to reviewers alone.
  --half  practice or assessment (default: assessment)
  --json  prints the statements as JSON, for a program`;

export const main = command(HELP, (args, io) => {
  const { values, positionals } = readArguments(() =>
    parseArgs({
      args,
      allowPositionals: true,
      options: {
        half: { type: 'string', default: 'assessment' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }),
  );
  const [id = badArgument('The family is missing.'), ...others] = positionals;
  if (!isWordingSet(id) || others.length > 0) badArgument(`Name one family: ${WORDING_SET_IDS.join(', ')}.`);
  const { half } = values;
  if (half !== 'practice' && half !== 'assessment') badArgument(`--half ${half}: write practice or assessment.`);
  const subject = wordingsSubject(createProjectFiles(ROOT), id, sayOfWordings, half);
  if (!subject) {
    complain(io, 'The genres or the lexicon cannot be read. Run check-scenarios to see why.');
    return 1;
  }
  printLines(io, values.json ? JSON.stringify(subject, null, 2) : wordingsOnPaper(subject, half).trimEnd());
  return 0;
});

if (import.meta.main) await runCommand(main);
