/** The version of the generator that is being written. Nothing ships by it yet. */
export const GENERATOR_VERSION_8 = 8;

/** Day of publication that its markets bear until it ships. */
export const GENERATOR_DATE_8 = '2026-12-01';
