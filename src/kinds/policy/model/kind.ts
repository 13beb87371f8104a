import { defineKind, type KindTypes } from '#case/exercise/model/define-kind.ts';
import type { PolicyFacts } from './facts.ts';
import type { PolicyAction, PolicyResponse } from './play.ts';
import type { PolicyBrief } from './schemas.ts';

/** The types of a table-top. */
export interface PolicyKind extends KindTypes {
  readonly brief: PolicyBrief;
  readonly authored: PolicyBrief;
  readonly response: PolicyResponse;
  readonly action: PolicyAction;
  readonly key: undefined;
  readonly facts: PolicyFacts;
}

/** Briefs, responses and facts of a table-top, in those types. */
export const POLICY = defineKind<PolicyKind>('policy');
