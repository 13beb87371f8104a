import { createProjectFiles } from '#kernel/node/project-files.ts';
import { LIBRARY_KINDS } from '#kinds/shipped/use-cases/library-kinds.ts';
import { loadProject } from '#library/project/use-cases/load-project.ts';
import { leaveProject } from '#site/astro/project-of-build.ts';
import { printSlip } from '../command/print-issue.ts';

/**
 * Stops the build where an authored file has a fault, before any page is written, with every fault on its own line.
 * Runs before Astro reads the collections, because Astro would stop at the first fault with a stack trace. The pages get
 * what was read here.
 */
export function authoredContent() {
  return {
    name: 'authored-content',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (command !== 'build') return;
        const loaded = loadProject(createProjectFiles(process.cwd()), LIBRARY_KINDS);
        if (loaded.ok) return leaveProject(loaded.value);
        for (const issue of loaded.issues) process.stderr.write(`${printSlip(issue)}\n`);
        process.exit(1);
      },
    },
  };
}
