import { openUnsentStore, type UnsentStore } from '#case/attempt/browser/unsent-store.ts';
import { type PlayedPart, PUBLIC_PART, readPublicPart } from '#case/parts/use-cases/case-parts.ts';
import { openAttemptStore } from '#case/play/browser/attempt-store.ts';
import { type CasePorts, openSavedCase } from '#case/play/use-cases/case-session.ts';
import { createPatientStore } from '#case/play/use-cases/patient-store.ts';
import type { ResultPort } from '#case/play/use-cases/result-port.ts';
import { createPackedParts } from '#case/sealed/browser/packed-parts.ts';
import { packedCase, storageName } from '#kernel/browser/packed-page.ts';
import { createPartLoader } from '#kernel/browser/part-loader.ts';
import { wallClock } from '#kernel/browser/wall-clock.ts';
import { acquireWriterLock, type WriterLock } from '#kernel/browser/writer-lock.ts';
import type { PartLoader } from '#kernel/model/part-loader.ts';
import type { PlayedKinds } from './played-kinds.ts';

/** Everything an open case needs, wired to this browser. */
export interface WiredCase {
  readonly part: PlayedPart;
  readonly kinds: PlayedKinds;
  readonly parts: PartLoader;
  readonly ports: CasePorts;
  readonly lock: WriterLock;
  /** Where what is not sent outlives a reload; left out where nothing is stored. */
  readonly unsent?: UnsentStore;
  /** Where results are kept, loaded with the screens; left out where nothing is kept. */
  readonly loadResults?: () => Promise<ResultPort>;
  /** Nothing is meant to be kept, and whoever plays has been told so: no screen warns of it. */
  readonly unkept?: true;
}

/** Name of the right to write to a case. */
export const writerLock = (id: string) => `checkathon ${id}`;

/** Loads the public part of a case, opens storage and asks for the right to write. `lost` is called when another tab takes it. */
export async function wireCase(id: string, root: string, kinds: PlayedKinds, lost: () => void): Promise<WiredCase> {
  const parts = packedCase() === id ? createPackedParts() : createPartLoader(new URL(`cases/${id}/`, root).href);
  // First, and by itself: a case that cannot be fetched must not hold the right to write when it is tried again.
  const part: PlayedPart = { ...readPublicPart(await parts.load(PUBLIC_PART)), kinds };
  const [store, lock] = await Promise.all([openAttemptStore(), acquireWriterLock(storageName(writerLock(id)), lost)]);
  const ports: CasePorts = { store: createPatientStore(store), wall: wallClock, newId, kinds };
  return { part, kinds, parts, ports, lock, unsent: openUnsentStore() };
}

/** Opens what was saved, as it lies in storage now; after another tab has written this brings its log over. */
export function openWired({ part, ports }: WiredCase) {
  return openSavedCase(part, ports);
}

/** `crypto.randomUUID` exists on secure pages only; random bytes exist everywhere. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
