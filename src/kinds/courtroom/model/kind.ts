import { defineKind, type KindTypes } from '#case/exercise/model/define-kind.ts';
import type { CourtFile } from './court-file.ts';
import type { CourtroomFacts } from './facts.ts';
import type { CourtroomKey } from './key-schemas.ts';
import type { CourtroomAction, CourtroomResponse } from './play.ts';
import type { CourtroomBrief } from './schemas.ts';

/** The types of a court. */
export interface CourtroomKind extends KindTypes {
  readonly brief: CourtFile;
  readonly authored: CourtroomBrief;
  readonly response: CourtroomResponse;
  readonly action: CourtroomAction;
  readonly key: CourtroomKey;
  readonly facts: CourtroomFacts;
}

/** Briefs, responses and facts of a court, in those types. */
export const COURTROOM = defineKind<CourtroomKind>('courtroom', { keyField: 'courtroom' });
