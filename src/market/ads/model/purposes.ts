/** What a post is for, by number in the columns of a market; ads of services and of jobs all offer something. */
export const PURPOSES = ['offer', 'ask', 'notice', 'public'] as const;

/**
 * - `offer`: services, or work;
 * - `ask`: somebody asks for a room or for help, and offers nothing;
 * - `notice`: a lift, a thing for sale, a room to let, a warning, company for walks;
 * - `public`: the same notice of a charity, a union or an authority in many groups.
 */
export type Purpose = (typeof PURPOSES)[number];

/** Signs of offers of work, which no post of another purpose can show on its page. */
const OF_OFFERS = /^(lj-|rs-irrelevant|rs-mass|trust-assurance|declared-business)/;
/**
 * What else a purpose does not show. Who asks has no record of recruiting; a neighbour's notice does not say where its
 * author comes from, and a public one says nothing of its author at all.
 */
const SILENT: Readonly<Record<Exclude<Purpose, 'offer'>, RegExp>> = {
  ask: /^rs-/,
  notice: /^n-nationality$/,
  public: /^(n-|rs-)/,
};

/** True if posts of a purpose, given by its number, do not show this indicator, whoever writes them. */
export function isSilent(purpose: number, id: string): boolean {
  const name = PURPOSES[purpose] as Purpose;
  return name !== 'offer' && (OF_OFFERS.test(id) || SILENT[name].test(id));
}
