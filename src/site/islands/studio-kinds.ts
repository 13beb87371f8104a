import { KIND_ABOUT_WORDS } from '#kinds/shipped/screens/about-registry.ts';
import type { StudioKinds } from '#studio/islands/studio-kinds.ts';
import { CASE_KINDS } from './case-kinds.ts';

/** The shipped kinds for the studio. */
export const STUDIO_KINDS: StudioKinds = { ...CASE_KINDS, aboutWords: KIND_ABOUT_WORDS };
