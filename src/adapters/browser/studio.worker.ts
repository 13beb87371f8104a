import { expose } from 'comlink';
import { z } from 'zod';
import { createStudioWork } from '#app/studio/studio-work.ts';

// Compiled checks are refused by the policy of the site where a browser hands it on to workers.
z.config({ jitless: true });
expose(createStudioWork());
