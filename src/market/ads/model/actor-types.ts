/** Who posts ads in the simulation. A controlled network may be small, medium or large; all its sizes are one type. */
export const ACTOR_TYPES = [
  'independent',
  'duo',
  'agency',
  'collective',
  'controlled',
  'scammer',
  'bot',
  'employer',
  'recruiter',
  'resident',
  'charity',
] as const;
export type ActorType = (typeof ACTOR_TYPES)[number];

/** Who controls ads. Never says "victim": only an identification body or a court does. */
export type Control = 'none' | 'thirdParty' | 'controlled' | 'deceptive' | 'fraud';

/** Control by type. An employer or a post of help is lawful; a recruiter in the simulation deceives. */
export const CONTROL_OF: Readonly<Record<ActorType, Control>> = {
  independent: 'none',
  duo: 'none',
  agency: 'thirdParty',
  collective: 'none',
  controlled: 'controlled',
  scammer: 'fraud',
  bot: 'none',
  employer: 'none',
  recruiter: 'deceptive',
  resident: 'none',
  charity: 'none',
};

/** True for what a reader has to find: an ad of a network, or a deceptive offer. */
export const isSought = (control: Control | undefined) => control === 'controlled' || control === 'deceptive';
