/** What is advertised: services, jobs, or posts of a social network. */
export const FAMILY_NAMES = ['services', 'jobs', 'social'] as const;
