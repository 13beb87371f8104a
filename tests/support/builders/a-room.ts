import { PUBLIC_PART, type PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { type AttemptStore, EventTakenError } from '#case/parts/use-cases/ports.ts';
import { createMemoryStore } from '#case/play/browser/attempt-store.ts';
import type { CasePorts } from '#case/play/use-cases/case-session.ts';
import { type PartLoader, PartMissingError } from '#kernel/model/part-loader.ts';
import { caseFiles } from '#library/cases/use-cases/case-files.ts';
import { LATER_KINDS, withKinds } from './kinds.ts';
import { smallCase } from './small-case.ts';
import { LIBRARY } from './the-library.ts';

const { material, caseAnswers } = smallCase();
const FILES = caseFiles(material, caseAnswers, LIBRARY.catalogue);

/** The public part as a page fetches it: through JSON. */
export const PART = withKinds(JSON.parse(JSON.stringify(FILES.get(PUBLIC_PART))) as PublicPart);

/** Parts of the built case, and which of them were asked for so far. */
export function aPartLoader(): PartLoader & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    load: async (part) => {
      asked.push(part);
      if (!FILES.has(part)) throw new PartMissingError(part);
      return JSON.parse(JSON.stringify(FILES.get(part)));
    },
  };
}

/** What a case needs from outside, with a storage that lasts as long as the test. */
export function aRoom(change: (store: AttemptStore) => Partial<AttemptStore> = () => ({})): CasePorts {
  const memory = createMemoryStore();
  let ids = 0;
  let ticks = 0;
  return {
    kinds: LATER_KINDS,
    store: { ...memory, lasting: true, ...change(memory) },
    newId: () => `attempt-${++ids}`,
    wall: () => `2026-01-01T00:00:${String(++ticks).padStart(2, '0')}.000Z`,
  };
}

/** Storage to which another tab has written every event already. */
export const takenElsewhere = (): Partial<AttemptStore> => ({
  append: async (attempt, { seq }) => {
    throw new EventTakenError(`Event ${seq} of attempt ${attempt} already exists.`);
  },
});
