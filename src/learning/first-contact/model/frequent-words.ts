/**
 * Frequent words of the language of the rules. A message with hardly any of them is in another language or no sentence,
 * and the rules say nothing of it. Words that are frequent in neighbouring languages too, such as "me", are left out.
 */
export const FREQUENT_WORDS: ReadonlySet<string> = new Set(
  'the and you your yours we our us are is this that these it its if not of to for from with with at by or but what when where who how which can could may might will would shall should have has had been was were do does did want need know like answer reply ask tell call write help hello talk time good my any all here there about please thank thanks yes nothing someone anybody free line'.split(
    ' ',
  ),
);
