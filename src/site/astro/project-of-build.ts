import type { Project } from '#library/project/use-cases/load-project.ts';

/** A place that the build and the pages share: the pages are bundled, so that they have no module in common with it. */
const PLACE = Symbol.for('project-of-build');
const places = globalThis as { [PLACE]?: Project };

/** Leaves the authored files that the build has read and found without a fault, so that the pages need not read them again. */
export function leaveProject(project: Project): void {
  places[PLACE] = project;
}

/** The authored files that the build has read; undefined where pages are drawn without one, as by the server of an author. */
export const projectOfBuild = (): Project | undefined => places[PLACE];
