import { defineKind, type KindTypes } from '#case/exercise/model/define-kind.ts';
import type { LinkingFacts } from './facts.ts';
import type { LinkingAction, LinkingResponse } from './play.ts';
import type { LinkingBrief } from './schemas.ts';

/** The types of an exercise of linking. */
export interface LinkingKind extends KindTypes {
  readonly brief: LinkingBrief;
  readonly authored: LinkingBrief;
  readonly response: LinkingResponse;
  readonly action: LinkingAction;
  readonly key: undefined;
  readonly facts: LinkingFacts;
}

/** Briefs, responses and facts of an exercise of linking, in those types. */
export const LINKING = defineKind<LinkingKind>('linking');
