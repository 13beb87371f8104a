/** Who a trainee can be. A case is played as one of them; what each may know and do differs. */
export const ROLES = ['police', 'ngo', 'prosecutor', 'labour-inspector', 'platform'] as const;
export type Role = (typeof ROLES)[number];

/** The name under which formulas ask for the role; no variable of a case may have it. */
export const ROLE_VARIABLE = 'role';
