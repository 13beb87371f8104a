import { expose } from 'comlink';
import { z } from 'zod';
import { LIBRARY_KINDS } from '#app/kinds/library-kinds.ts';
import { createStudioWork } from '#app/studio/studio-work.ts';

// Compiled checks are refused by the policy of the site where a browser hands it on to workers.
z.config({ jitless: true });
expose(createStudioWork(LIBRARY_KINDS));
