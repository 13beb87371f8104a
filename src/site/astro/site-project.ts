import { InvariantError } from '#kernel/model/invariant.ts';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { LIBRARY_KINDS } from '#kinds/shipped/use-cases/library-kinds.ts';
import { type ParallelRound, parallelRounds, type RoundCase } from '#library/cases/use-cases/parallel-tests.ts';
import { loadProject, type Project } from '#library/project/use-cases/load-project.ts';
import { projectOfBuild } from './project-of-build.ts';

let project: Project | undefined;
let rounds: ParallelRound[] | undefined;

/** Everything authored, read once a build. The build has refused faulty files before any page asks. */
export function siteProject(): Project {
  project ??= projectOfBuild();
  if (project) return project;
  const loaded = loadProject(createProjectFiles(process.cwd()), LIBRARY_KINDS);
  if (!loaded.ok) throw new InvariantError('The authored files have faults. Run check-scenarios to see them.');
  project = loaded.value;
  return project;
}

/** Every case and round that can be played. */
export const siteCases = (): readonly RoundCase[] => [
  ...siteProject().cases,
  ...siteRounds().map(({ loaded }) => loaded),
];

/** The rounds before and after a training, each an exercise over a market of its own; generated once a build. */
export function siteRounds(): readonly ParallelRound[] {
  const { parallelTests, cases, library } = siteProject();
  rounds ??= parallelRounds(parallelTests, cases, library);
  return rounds;
}
