import { defineKind, type KindTypes } from '#case/exercise/model/define-kind.ts';
import type { RequestDesk } from './desk.ts';
import type { RequestsFacts } from './facts.ts';
import type { RequestsKeyPart } from './key-schemas.ts';
import type { RequestsAction, RequestsResponse } from './play.ts';

/** The types of a request desk. */
export interface RequestsKind extends KindTypes {
  readonly brief: RequestDesk;
  readonly authored: Omit<RequestDesk, 'law'>;
  readonly response: RequestsResponse;
  readonly action: RequestsAction;
  readonly key: RequestsKeyPart;
  readonly facts: RequestsFacts;
}

/** Briefs, responses and facts of a request desk, in those types. */
export const REQUESTS = defineKind<RequestsKind>('requests', { keyField: 'requests' });
