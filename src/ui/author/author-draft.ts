import type { DeskDraft } from '#app/author/create-desk.ts';
import type { PlayedRole } from '#ui/case/played-role.ts';

/** A case as it comes to the author's page, with who one can be in it. */
export interface AuthorDraft extends DeskDraft {
  readonly roles: readonly PlayedRole[];
}
