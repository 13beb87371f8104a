import { expose } from 'comlink';
import { z } from 'zod';
import { LIBRARY_KINDS } from '#kinds/shipped/use-cases/library-kinds.ts';
import { createStudioWork } from '#studio/use-cases/studio-work.ts';

// Compiled checks are refused by the policy of the site where a browser hands it on to workers.
z.config({ jitless: true });
expose(createStudioWork(LIBRARY_KINDS));
