import { ABOUT_WORDS_OF_ALL } from '#kinds/shipped/screens/about-words.ts';
import type { TrackKinds } from '#learning/track/islands/track-kinds.ts';
import { DEVICE_KINDS } from './device-kinds.ts';

/** The shipped kinds for the page of a track: where attempts stand, and what was handled in them. */
export const TRACK_KINDS: TrackKinds = { ...DEVICE_KINDS, handledWords: ABOUT_WORDS_OF_ALL };
