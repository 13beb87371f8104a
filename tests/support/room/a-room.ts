import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import { PUBLIC_PART, type PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { caseFiles } from '#library/cases/use-cases/case-files.ts';
import { replayRoom } from '#room/model/replay-room.ts';
import { createResultLines } from '#room/model/result-line.ts';
import { type RoomAction, type RoomEvent, type RoomOpened, roomEvent } from '#room/model/room-events.ts';
import type { RoomState } from '#room/model/room-state.ts';
import { drawTeamCode } from '#room/model/team-code.ts';
import { createAttemptChecker } from '#room/use-cases/attempt-checker.ts';
import { partsOfRoom } from '#room/use-cases/parts-of-room.ts';
import { KINDS } from '../builders/kinds.ts';
import { playAtRandom } from '../builders/random-player.ts';
import { LIBRARY, type TheCase, theCase } from '../builders/the-library.ts';

/** The shipped case as a team's page gets it. */
export const publicPart = ({ material, caseAnswers }: TheCase): PublicPart =>
  caseFiles(material, caseAnswers, LIBRARY.catalogue).get(PUBLIC_PART) as PublicPart;

export interface ARoom {
  readonly whole: TheCase;
  readonly part: PublicPart;
  readonly around: {
    readonly part: PublicPart;
    readonly checker: ReturnType<typeof createAttemptChecker>;
    readonly lines: ReturnType<typeof createResultLines>;
    readonly kinds: typeof KINDS;
    readonly drawCode: () => string;
  };
  readonly opened: RoomOpened;
}

/** A room with a shipped case. */
export function aRoom(folder = 'scenarios/quiet-number', answers: 'in-debrief' | 'at-once' = 'in-debrief'): ARoom {
  const whole = theCase(folder);
  const part = publicPart(whole);
  const { scenario, market } = part;
  let drawn = 0;
  return {
    whole,
    part,
    around: {
      part,
      checker: createAttemptChecker(part, KINDS),
      lines: createResultLines({ ...part, kinds: KINDS }),
      kinds: KINDS,
      drawCode: () => drawTeamCode((below) => Math.floor(drawn++ * 7.31) % below),
    },
    opened: {
      type: 'room.opened',
      schema: 'room/1',
      room: '7KQ',
      word: 'lemon',
      scenario: scenario.id,
      scenarioHash: scenario.hash,
      marketId: market.marketId,
      generatorVersion: market.generatorVersion,
      minutes: 90,
      locale: 'en',
      parts: partsOfRoom(part, answers, KINDS),
    },
  };
}

/** The events of actions, one a second. */
export function eventsOf(actions: readonly RoomAction[], from = 0): RoomEvent[] {
  return actions.map((action, at) => roomEvent(action, { seq: from + at }, 1_000 * (from + at)));
}

/** The state after actions. */
export const stateAfter = (actions: readonly RoomAction[]): RoomState => replayRoom(eventsOf(actions)) as RoomState;

/** A random attempt that the page of the case could have made: random players also do what no page offers. */
export function aPossibleAttempt({ whole, around }: ARoom, seed: string): AttemptLog {
  for (let n = 0; ; n++) {
    const log = playAtRandom(whole.material, whole.answers, `${seed} ${n}`);
    if (around.checker.extend(undefined, log.header, log.events).ok) return log;
  }
}

/** Writes the files of a case, as the site has them, into a new folder, beside pages that a team may not read. */
export function aSite({ whole }: ARoom, extra: Readonly<Record<string, string>> = {}): string {
  const site = mkdtempSync(join(tmpdir(), 'checkathon-room-site-'));
  const { material, caseAnswers } = whole;
  const files = Object.fromEntries(
    [...caseFiles(material, caseAnswers, LIBRARY.catalogue)].map(([name, content]) => [
      `cases/${material.scenario.id}/${name}`,
      JSON.stringify(content),
    ]),
  );
  const pages = {
    'index.html': 'home',
    '404.html': 'no such page',
    'room/index.html': 'the page of a team',
    'facilitate/room/index.html': 'the control page',
    // As in the built site, the page holds the scene after the first act ready.
    [`cases/${material.scenario.id}/index.html`]: `the page of the case<template id="next-scene" data-session="x"><fieldset disabled>${material.scenes.find?.text ?? ''}</fieldset></template>the end`,
    'cases/other/key/market.json': '{"secret":"other"}',
    '_astro/a.js': 'export const a = 1;',
  };
  for (const [name, text] of Object.entries({ ...pages, ...files, ...extra })) {
    mkdirSync(dirname(join(site, name)), { recursive: true });
    writeFileSync(join(site, name), text);
  }
  return site;
}
