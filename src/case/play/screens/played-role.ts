import type { Role } from '#case/language/model/role.ts';

/** Who the trainee is in a case, as its file tells. */
export interface PlayedRole {
  /** Left out where the case has one role only. */
  readonly kind?: Role | undefined;
  readonly title: string;
  readonly text: string;
  readonly operator: string;
  readonly legalBasis: string;
  /** The first scene as this role is told it. */
  readonly briefing: string;
}
