import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { readText } from '#kernel/node/read-file.ts';
import { makeFolder, writeText } from '#kernel/node/write-file.ts';
import { LIBRARY_KINDS } from '#kinds/shipped/use-cases/library-kinds.ts';
import { lessonSubject } from '#learning/lessons/use-cases/lesson-subject.ts';
import { sayOfWordings } from '#library/review/screens/say-of-wordings.ts';
import { caseSubjectIn } from '#library/review/use-cases/review-subjects.ts';
import { type ReviewRefusal, takeReview } from '#library/review/use-cases/take-review.ts';
import { wordingsSubject } from '#library/review/use-cases/wordings-subject.ts';
import type { CommandIo } from './command/command-io.ts';
import { badArgument, command, orFail, readArguments } from './command/command-line.ts';
import { printIssue } from './command/print-issue.ts';
import { complain, oneLine, printLines } from './command/print-text.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';

const HELP = `Usage: npm run -s take-review -- FILE [--project FOLDER]
Takes the form that a reviewer has filled in on a page below facilitate/review/ and saved, and writes the review of that
case, lesson or family of wordings: scenarios/<id>/review.yaml, content/reviews/lessons/<id>.yaml, or
content/reviews/wordings/<id>.yaml.
A form is taken only if it is signed with consent, says something of every statement, and was made of exactly the
present text. Any change of the text afterwards makes the review void. Read the form before you take it: nothing proves
who made it.
  --project  the folder with content/ and scenarios/ (default: this one)`;

/** Maximum size of a form in bytes. */
const MAX_BYTES = 2_000_000;

/** So many statements are named; of more, how many there are. */
const MAX_NAMED = 8;

const SENTENCES: Readonly<Record<ReviewRefusal['why'], string>> = {
  'too-large': 'The file is too large to be a form. Ask the reviewer to save it again.',
  'not-json': 'The file is no JSON, or it was cut short. Ask the reviewer to send it again.',
  'not-form': 'The file is no form of a review, or it was changed by hand.',
  newer: 'The form was saved by a newer version of the kit. Take it there.',
  unsigned: 'The form is not signed: name or role, or the consent to publish it, is missing.',
  'no-such-text': 'There is no such case, lesson or family of wordings here, or it cannot be read.',
  'other-text': 'The form is of another text. Since it was made, the case, the lesson or a wording has changed.',
  'unknown-statement': 'The form names statements that the text does not have.',
  twice: 'The form says something twice of the same statement.',
  unanswered: 'The form says nothing of some statements. A review is of the whole text.',
  'no-reason': 'The form disputes statements without a reason.',
  'nothing-judged': 'The form judges no statement: the reviewer cannot say anything of any of them.',
  'review-unreadable': 'The review file that is there cannot be read. Mend it first.',
};

export const main = command(HELP, (args, io) => {
  const { values, positionals } = readArguments(() =>
    parseArgs({
      args,
      allowPositionals: true,
      options: { project: { type: 'string' }, help: { type: 'boolean', default: false } },
    }),
  );
  const [file = badArgument('The file is missing.'), ...others] = positionals;
  if (others.length > 0) badArgument(`${others.join(' ')}: one file at a time.`);
  const project = values.project === undefined ? ROOT : resolve(io.cwd, values.project);

  const read = readText(file, MAX_BYTES, io.cwd);
  if (!read.ok) {
    for (const issue of read.issues) complain(io, printIssue(issue));
    return 1;
  }
  const taken = takeReview(read.value, createProjectFiles(project), {
    case: (files, id) => caseSubjectIn(files, id, LIBRARY_KINDS),
    lesson: lessonSubject,
    wordings: (files, id) => wordingsSubject(files, id, sayOfWordings),
  });
  if (!taken.ok) return refuse(io, file, taken.refusal);
  const path = resolve(project, taken.path);
  orFail(makeFolder(resolve(path, '..')));
  orFail(writeText(path, taken.text));
  const { form, replaced } = taken;
  printLines(io, oneLine(`${taken.path}: ${form.aspect}, reviewed by ${form.by} on ${form.on}.`));
  if (replaced !== undefined) printLines(io, oneLine(`It replaces the review by ${replaced}.`));
  return 0;
});

/** Reports a file that is not taken. */
function refuse(io: CommandIo, file: string, { why, details }: ReviewRefusal): number {
  const named = details.slice(0, MAX_NAMED).join(', ');
  const more = details.length > MAX_NAMED ? ` and ${details.length - MAX_NAMED} more` : '';
  complain(io, oneLine(`${file}:1:1 review-form.${why} ${SENTENCES[why]}${named && ` (${named}${more})`}`));
  return 1;
}

if (import.meta.main) await runCommand(main);
