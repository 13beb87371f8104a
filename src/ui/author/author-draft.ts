import type { CheckedCase } from '#app/author/create-author-tool.ts';
import type { PlayedRole } from '#ui/case/played-role.ts';

/** A case as it comes to the author's page, with who one can be in it. */
export interface AuthorDraft extends CheckedCase {
  readonly roles: readonly PlayedRole[];
}
