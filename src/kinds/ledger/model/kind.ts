import { defineKind, type KindTypes } from '#case/exercise/model/define-kind.ts';
import type { LedgerFacts } from './facts.ts';
import type { LedgerAction, LedgerResponse } from './play.ts';
import type { LedgerBrief } from './schemas.ts';

/** The types of a ledger. */
export interface LedgerKind extends KindTypes {
  readonly brief: LedgerBrief;
  readonly authored: Pick<LedgerBrief, 'ledger' | 'state'>;
  readonly response: LedgerResponse;
  readonly action: LedgerAction;
  readonly key: undefined;
  readonly facts: LedgerFacts;
}

/** Briefs, responses and facts of a ledger, in those types. */
export const LEDGER = defineKind<LedgerKind>('ledger');
