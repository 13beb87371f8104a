/**
 * Words that label a person. Write "person", "possible victim", "controller (simulation)", "person selling services",
 * "support" instead. Only an identification body or a court decides whether a person is a victim.
 */
export const PERSON_LABELS =
  /(?<![\p{L}\p{N}])(?:victims?(?:['’]s?)?|pimps?|prostitutes?|rescue(?:d|rs?|s)?|rescuing)(?![\p{L}\p{N}])/giu;

/** Phrases in which one of these words is part of the name of a service or a right, or expresses a doubt. */
export const NAMES_OF_SERVICES =
  /possible victims?|victim[ -]cent(?:re|er)ed|centred on victims|victim support|victims['’] rights|(?:support|services?|organisations?|help|care|rights|protection|assistance|office)(?: \p{L}{1,30}){0,3} (?:for|of) (?:\p{L}{1,30} (?:and|or) )?victims/giu;
