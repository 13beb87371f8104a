import { describe, expect, it } from 'vitest';
import { type AttemptStore, EventTakenError } from '#case/parts/use-cases/ports.ts';
import { createMemoryStore } from '#case/play/browser/attempt-store.ts';
import { beginCase, openSavedCase } from '#case/play/use-cases/case-session.ts';
import { createPatientStore } from '#case/play/use-cases/patient-store.ts';
import { aRoom, PART } from '../../../../support/builders/a-room.ts';

/** A storage that can be full for a while. */
function aDisk() {
  const memory = createMemoryStore();
  const disk = { isFull: false };
  const unlessFull =
    <Given extends unknown[]>(write: (...given: Given) => Promise<void>) =>
    async (...given: Given) => {
      if (disk.isFull) throw new DOMException('full', 'QuotaExceededError');
      return write(...given);
    };
  const store: AttemptStore = {
    ...memory,
    lasting: true,
    create: unlessFull(memory.create),
    append: unlessFull(memory.append),
    putAway: unlessFull(memory.putAway),
    bringBack: unlessFull(memory.bringBack),
  };
  return { disk, store, patient: createPatientStore(store) };
}

const START = { type: 'scene.continued', state: PART.scenario.initial } as const;
const NEXT = { type: 'exercise.committed', state: 'find' } as const;
const later = async (ports: ReturnType<typeof aRoom>) => (await openSavedCase(PART, ports)).session?.log;

describe('a full storage', () => {
  it('does not block play, reports that nothing is stored, and later writes everything in order', async () => {
    const { disk, store, patient } = aDisk();
    const ports = { ...aRoom(), store: patient };
    disk.isFull = true;

    const session = await beginCase(PART, ports);
    await session.record(START);
    expect(session.log.events).toHaveLength(1);
    expect({ lasting: patient.lasting, savedAt: session.savedAt }).toEqual({ lasting: false, savedAt: undefined });
    expect(await later({ ...ports, store })).toBeUndefined();

    disk.isFull = false;
    await session.record(NEXT);
    expect(patient.lasting).toBe(true);
    expect(session.savedAt).toBe(session.log.events.at(-1)?.wall);
    expect(await later({ ...ports, store })).toEqual(session.log);
  });

  it('that fills up midway keeps its entries, and gets the rest later', async () => {
    const { disk, store, patient } = aDisk();
    const ports = { ...aRoom(), store: patient };
    const session = await beginCase(PART, ports);
    disk.isFull = true;
    await session.record(START);
    expect((await later({ ...ports, store }))?.events).toEqual([]);

    disk.isFull = false;
    await session.record(NEXT);
    expect(await later({ ...ports, store })).toEqual(session.log);
  });

  it('still finds an attempt that is only in memory', async () => {
    const { disk, store, patient } = aDisk();
    const ports = { ...aRoom(), store: patient };
    disk.isFull = true;
    const { log } = await beginCase(PART, ports);

    expect(await store.find(log.header.id)).toBeUndefined();
    expect(await patient.find(log.header.id)).toEqual({ id: log.header.id, header: log.header, events: [] });
  });

  it('is distinguished from a conflict with another tab, which is thrown', async () => {
    const { store } = aDisk();
    const taken = createPatientStore({
      ...store,
      append: async () => {
        throw new EventTakenError('Event 1 already exists.');
      },
    });
    const session = await beginCase(PART, { ...aRoom(), store: taken });

    await expect(session.record(START)).rejects.toThrow(EventTakenError);
  });
});
