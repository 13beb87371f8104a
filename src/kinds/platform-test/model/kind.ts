import { defineKind, type KindTypes } from '#case/exercise/model/define-kind.ts';
import type { PlatformTestFacts } from './facts.ts';
import type { PlatformTestAct, PlatformTestResponse } from './play.ts';
import type { AuthoredTest } from './schemas.ts';
import type { PlatformTestBrief } from './state.ts';

/** The types of a test of platforms. */
export interface PlatformTestKind extends KindTypes {
  readonly brief: PlatformTestBrief;
  readonly authored: AuthoredTest;
  readonly response: PlatformTestResponse;
  readonly action: PlatformTestAct;
  readonly key: undefined;
  readonly facts: PlatformTestFacts;
}

/** Briefs, responses and facts of a test of platforms, in those types. */
export const PLATFORM_TEST = defineKind<PlatformTestKind>('platform-test');
