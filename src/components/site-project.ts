import { createProjectFiles } from '#adapters/node/project-files.ts';
import { loadProject, type Project } from '#app/library/load-project.ts';
import { type ParallelRound, parallelRounds } from '#app/library/parallel-tests.ts';
import { InvariantError } from '#core/kernel/invariant.ts';
import { projectOfBuild } from './project-of-build.ts';

let project: Project | undefined;
let rounds: ParallelRound[] | undefined;

/** Everything authored, read once a build. The build has refused faulty files before any page asks. */
export function siteProject(): Project {
  project ??= projectOfBuild();
  if (project) return project;
  const loaded = loadProject(createProjectFiles(process.cwd()));
  if (!loaded.ok) throw new InvariantError('The authored files have faults. Run check-scenarios to see them.');
  project = loaded.value;
  return project;
}

/** The rounds before and after a training, each an exercise over a market of its own; generated once a build. */
export function siteRounds(): readonly ParallelRound[] {
  const { parallelTests, cases, library } = siteProject();
  rounds ??= parallelRounds(parallelTests, cases, library);
  return rounds;
}
