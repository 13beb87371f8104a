// @vitest-environment node
import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { textMark } from '#case/language/model/translation/translate-scenario.ts';
import { decisionPart, PUBLIC_PART, type PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { createMemoryStore } from '#case/play/browser/attempt-store.ts';
import { CaseRoom } from '#case/play/islands/case-room.svelte.ts';
import type { WiredCase } from '#case/play/islands/case-wiring.ts';
import { openSavedCase } from '#case/play/use-cases/case-session.ts';
import { caseFiles } from '#library/cases/use-cases/case-files.ts';
import { CASE_KINDS } from '#site/islands/case-kinds.ts';
import { aRoom } from '../../../../support/builders/a-room.ts';
import { withKinds } from '../../../../support/builders/kinds.ts';
import { loadRich, RICH_FILES } from '../../../../support/builders/rich-case.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';

/** Two texts of the case in German: one of them of a scene, so that all other scenes have none. */
const GERMAN = `schema: translation/1
scenario: rich-case
locale: de
texts:
  title: { of: "${textMark('Two desks')}", text: Zwei Tische }
  states.report.title: { of: "00000000", text: Ein Bericht kommt an }
`;

function wired(ports = aRoom(), missing: readonly string[] = []): WiredCase {
  const loaded = loadRich({ [RICH_FILES.de]: GERMAN }, () => []);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  const files = JSON.parse(
    JSON.stringify(Object.fromEntries(caseFiles(loaded.value, loaded.value.answers, LIBRARY.catalogue))),
  );
  const load = vi.fn(async (part: string) => {
    if (missing.includes(part) || !Object.hasOwn(files, part)) throw new Error(`There is no ${part}.`);
    return files[part] as unknown;
  });
  return {
    part: withKinds(files[PUBLIC_PART] as PublicPart),
    kinds: CASE_KINDS,
    parts: { load },
    ports,
    lock: { held: true, take: async () => {} } as WiredCase['lock'],
  };
}

async function opened(to = wired()): Promise<CaseRoom> {
  const room = new CaseRoom(to, await openSavedCase(to.part, to.ports));
  await room.speak();
  return room;
}

describe('a case with parts that are open at the same time', () => {
  const atBoth = async () => {
    const room = await opened();
    await room.begin();
    room.record({ type: 'scene.continued', state: 'report' });
    flushSync();
    return room;
  };

  it('switches between parts without a step; a step belongs to the part in front', async () => {
    const room = await atBoth();
    const steps = room.log?.events.length;
    expect([room.attempt?.state, room.open]).toEqual(['read', ['read', 'wait']]);

    room.goTo('wait');
    expect(room.attempt?.state).toBe('wait');
    expect(room.log?.events).toHaveLength(steps ?? -1);
    room.goTo('read');
    expect(room.attempt?.state).toBe('read');

    room.goTo('wait');
    room.record({ type: 'timer.extended', state: 'wait' });
    expect(room.attempt?.state).toBe('wait');
    room.record({ type: 'decision.made', state: 'wait', option: 'ring' });
    expect([room.attempt?.state, room.open]).toEqual(['read', ['read']]);
  });

  it('names a timer that elapsed during other steps, but not one that was waited for', async () => {
    const room = await atBoth();
    const look = () =>
      room.record({ type: 'exercise.acted', state: 'read', action: { type: 'ad.opened', ad: '0301' } });
    for (let n = 0; n < 119; n++) look();
    expect(room.lapsed).toEqual([]);
    look();
    expect([room.lapsed, room.attempt?.state, room.open]).toEqual([['wait'], 'read', ['read']]);
    look();
    expect(room.lapsed).toEqual([]);

    const waited = await atBoth();
    waited.record({ type: 'timer.elapsed', state: 'wait' });
    expect(waited.lapsed).toEqual([]);
  });

  it('still shows the consequence of a step during which a timer elapsed', async () => {
    const room = await atBoth();
    for (let n = 0; n < 119; n++)
      room.record({ type: 'exercise.acted', state: 'read', action: { type: 'ad.opened', ad: '0301' } });
    room.record({ type: 'decision.made', state: 'wait', option: 'ring' });
    expect(room.aftermath).toMatchObject({ type: 'decision.made', option: 'ring' });
    room.read = room.last?.seq ?? 0;
    expect(room.aftermath).toBeUndefined();
  });

  it('does not switch to a part that is not open', async () => {
    const room = await atBoth();
    room.goTo('first');
    room.goTo('word');
    expect(room.attempt?.state).toBe('read');
  });
});

describe('a case in another language', () => {
  it('is shown and recorded in that language where translated, and again after reopening', async () => {
    const ports = aRoom();
    const room = await opened(wired(ports));
    await room.begin('police', 'de');

    expect(room.log?.header.locale).toBe('de');
    expect(room.scene('report').title).toBe('Ein Bericht kommt an');
    expect(room.scene('report').text).toBe('The duty desk sends a short report.');
    expect(room.langOf('report')).toBe('de');
    expect(room.scene('read').title).toBe('Read the market');
    expect(room.langOf('read')).toBeUndefined();

    const again = await opened(wired(ports));
    expect(again.scene('report').title).toBe('Ein Bericht kommt an');
  });

  it('keeps its original words without a choice, and fetches no others', async () => {
    const to = wired();
    const room = await opened(to);
    await room.begin();

    expect(room.scene('report').title).toBe('A report comes in');
    expect(room.langOf('report')).toBeUndefined();
    expect(to.parts.load).not.toHaveBeenCalledWith('case.de.json');
  });

  it('falls back to its original words where the translation cannot be fetched', async () => {
    const room = await opened(wired(aRoom(), ['case.de.json']));
    await room.begin('police', 'de');

    expect(room.scene('report').title).toBe('A report comes in');
    expect(room.log?.header.locale).toBe('de');
  });
});

describe('an attempt in its room', () => {
  it('returns to the briefing on leaving, where another role can be taken', async () => {
    const room = await opened();
    await room.begin('police');
    room.record({ type: 'scene.continued', state: 'report' });
    await room.leave();

    expect([room.attempt, room.last, room.role]).toEqual([undefined, undefined, 'police']);
    await room.begin('ngo');
    expect(room.role).toBe('ngo');
    expect(room.scene('report').text).toBe('The line sends a short report.');
  });

  it('hides reasons of another version of the case, says so, and loads the right ones later', async () => {
    const to = wired();
    const part = decisionPart('word');
    const whole = (await to.parts.load(part)) as object;
    let other = { ...whole, marketId: '0123456789abcdef' };
    const load = (name: string) => (name === part ? Promise.resolve(other) : to.parts.load(name));
    const room = await opened({ ...to, parts: { load } });
    await room.begin('ngo');
    room.record({ type: 'scene.continued', state: 'report' });
    room.record({ type: 'scene.continued', state: 'line' });
    room.record({ type: 'exercise.committed', state: 'line-read' });
    room.record({ type: 'decision.made', state: 'word', option: 'd' });
    await room.explain();
    expect([room.otherKey, room.explanations.get(4), room.log?.events.length]).toEqual([true, 'other-version', 4]);

    other = whole as typeof other;
    await room.explain();
    expect(room.explanations.get(4)).toMatchObject({ reason: expect.any(String) });
  });

  it('is marked as a retry from the step at which it began again', async () => {
    const room = await opened();
    await room.begin('ngo');
    room.record({ type: 'scene.continued', state: 'report' });
    room.record({ type: 'scene.continued', state: 'line' });
    room.record({ type: 'exercise.committed', state: 'line-read' });
    room.record({ type: 'decision.made', state: 'word', option: 'd' });
    expect([room.attempt?.ended, room.retryFrom]).toEqual([true, undefined]);

    await room.retry(4);
    expect([room.attempt?.state, room.retryFrom, room.role]).toEqual(['word', 1, 'ngo']);
    expect(room.read).toBe(3);
  });

  it('is not changed by a read-only tab', async () => {
    const room = await opened();
    await room.begin('ngo');
    room.record({ type: 'scene.continued', state: 'report' });
    room.otherTab = true;
    const { id } = room.log?.header ?? {};
    await room.leave();
    await room.retry(1);
    expect(room.log?.header.id).toBe(id);
  });
});

describe('a case of which nothing is stored', () => {
  const inMemory = (unkept?: true) => ({
    ...wired({ ...aRoom(), store: createMemoryStore() }),
    ...(unkept && { unkept }),
  });
  const played = async (to: WiredCase) => {
    const room = await opened(to);
    await room.begin();
    room.record({ type: 'scene.continued', state: 'report' });
    await expect.poll(() => room.log?.events.length).toBeGreaterThan(0);
    flushSync();
    return room;
  };

  it('warns of it where an attempt was to be kept, and not where an author tries the case out', async () => {
    expect((await played(inMemory())).notStored).toBe(true);
    expect((await played(inMemory(true))).notStored).toBe(false);
  });
});
