import type { Role } from '#case/language/model/role.ts';
import type { PlayedRole } from '#case/play/screens/played-role.ts';

/** The roles of a case that has several; each of them is a chair. Empty where the case has one role only. */
export const rolesWithChairs = (roles: readonly PlayedRole[]): { readonly kind: Role; readonly title: string }[] =>
  roles.flatMap(({ kind, title }) => (kind && roles.length > 1 ? [{ kind, title }] : []));
