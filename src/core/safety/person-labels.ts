/**
 * Words that put a label on a person. Write "person", "possible victim", "controller (simulation)", "person selling
 * services", "support". Whether somebody is a victim is for an identification body or a court to say.
 */
export const PERSON_LABELS =
  /(?<![\p{L}\p{N}])(?:victims?(?:['’]s?)?|pimps?|prostitutes?|rescue(?:d|rs?|s)?|rescuing)(?![\p{L}\p{N}])/giu;

/** Where one of these words names a service, a right or a doubt, and not a person. */
export const NAMES_OF_SERVICES =
  /possible victims?|victim[ -]cent(?:re|er)ed|centred on victims|victim support|victims['’] rights|(?:support|services?|organisations?|help|care|rights|protection|assistance|office)(?: \p{L}{1,30}){0,3} (?:for|of) (?:\p{L}{1,30} (?:and|or) )?victims/giu;
