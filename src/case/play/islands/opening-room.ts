import { type AttemptHeader, recordEvent } from '#case/attempt/model/attempt-log.ts';
import { stateOf } from '#case/attempt/model/replay-attempt.ts';
import type { PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { createSession } from '#case/play/use-cases/case-session.ts';
import { CaseRoom } from './case-room.svelte.ts';
import { loadStep } from './load-screens.ts';
import type { PageKinds } from './page-kinds.ts';

/** A step that is shown before anything of it can be recorded: it waits for the room of the reader. */
const waits = () => new Promise<never>(() => undefined);

/**
 * The case as it stands after its first act, for the page to hold ready: in the first role, in the language of the case.
 * Nothing is done in this room, and nothing of it is kept. Undefined where the next scene depends on the device: a round
 * that is assessed looks first whether one of practice was read.
 */
export async function openingRoom(file: PublicPart, locale: string, kinds: PageKinds): Promise<CaseRoom | undefined> {
  const part = { ...file, kinds };
  const { scenario, market } = part;
  const header: AttemptHeader = {
    schema: 'attempt/1',
    id: 'opening',
    scenario: scenario.id,
    scenarioHash: scenario.hash,
    marketId: market.marketId,
    generatorVersion: market.generatorVersion,
    locale,
    wall: scenario.start,
  };
  const empty = { header, events: [] };
  const begun = recordEvent(
    empty,
    { type: 'scene.continued', state: scenario.initial },
    scenario.start,
    scenario.start,
  );
  const store = {
    lasting: true,
    newest: waits,
    create: waits,
    append: waits,
    putAway: waits,
    find: waits,
    bringBack: waits,
    away: waits,
  };
  const ports = { store, wall: () => scenario.start, newId: () => header.id, kinds };
  const lock = { held: true, take: waits, release: () => undefined };
  const session = createSession(part, { header, events: [begun] }, ports);
  const next = stateOf(scenario, session.attempt.state);
  if (next.type === 'exercise') {
    if (next.brief?.mode === 'assessed') return undefined;
    await loadStep(kinds.shows, next.kind);
  }
  return new CaseRoom({ part, kinds, parts: { load: waits }, ports, lock }, { session, setAside: undefined }, locale);
}
