/** Roles of a trainee. A case is played in one of them; what each may know and do differs. */
export const ROLES = ['police', 'ngo', 'prosecutor', 'labour-inspector', 'platform'] as const;
export type Role = (typeof ROLES)[number];

/** The name of the role in expressions; no variable of a case may have it. */
export const ROLE_VARIABLE = 'role';
