/** Maximum length of an inject, in UTF-16 units. */
export const MAX_INJECT = 2_000;
