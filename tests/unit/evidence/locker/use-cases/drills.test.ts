import { describe, expect, it } from 'vitest';
import { courtAnswers } from '#evidence/drill/model/court-answers.ts';
import { COURT_QUESTIONS } from '#evidence/drill/model/court-questions.ts';
import { type Drill, lockerOfDrill } from '#evidence/drill/model/draw-drill.ts';
import { ODDITY_IDS } from '#evidence/drill/model/oddities.ts';
import { readFaults } from '#evidence/drill/model/read-faults.ts';
import { ERROR_CODES, type ErrorCode, TYPICAL_ERRORS } from '#evidence/drill/model/typical-errors.ts';
import { firstBrokenLink } from '#evidence/locker/model/custody-log.ts';
import { faultWords } from '#evidence/locker/screens/fault-words.ts';
import { bagFiles } from '#evidence/locker/use-cases/pack-locker.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { NONCE, SAY } from '../../../../support/builders/a-locker.ts';
import { drillBase, drillOf } from '../../../../support/builders/drills.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';

const NUMBERS = Array.from({ length: 200 }, (_, n) => n + 1);
const drills = NUMBERS.map(drillOf);

/** Patterns of the log entries of faults in the log, independent of `readFaults`. */
const ENTRIES: Readonly<Partial<Record<ErrorCode, RegExp>>> = {
  E6: /^notice\.entered to the site$/,
  E7: /^child-material\.checked ad \d+$/,
  E9: /^copy\.opened EV-\d+, original copy: /,
  E11: /^note\.written EV-\d+, log: .*victim/,
  E16: /^request\.entered to /,
  E18: /^item\.deleted EV-\d+: /,
};

describe('two hundred drills', () => {
  it('are deterministic', () => {
    for (const number of [1, 2, 3, 17, 58, 111, 200]) expect(drillOf(number)).toEqual(drills[number - 1]);
  });

  it('show exactly the planted faults, in the reported items or entries', () => {
    for (const { locker, faults } of drills) {
      expect(readFaults(locker)).toEqual(faults.map(({ code, items, entries }) => ({ code, items, entries })));
      for (const { code, item, items, entries } of faults) {
        const lines = entries.map((seq) => locker.custody.find((entry) => entry.seq === seq));
        const form = ENTRIES[code];
        if (form) for (const line of lines) expect(`${line?.action} ${line?.reason}`).toMatch(form);
        else expect([items, entries], code).toEqual([[item], []]);
        if (form) expect([items.length, entries.length > 0], code).toEqual([0, true]);
      }
    }
  });

  it('leave the custody log with an unbroken chain and ascending times', () => {
    for (const { locker } of drills) {
      const times = locker.custody.map(({ utc }) => utc);
      expect(firstBrokenLink(locker.custody)).toBeUndefined();
      expect(times).toEqual(times.toSorted());
      expect(locker.packedAt).toBe(times.at(-1));
    }
  });

  it('have 0 to 3 faults, and none in four of each twenty consecutive drills', () => {
    for (let from = 0; from < drills.length; from += 20) {
      const counts = drills.slice(from, from + 20).map(({ faults }) => faults.length);
      expect(counts.toSorted()).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3]);
    }
    expect(drills.slice(0, 20).map(({ faults }) => faults.length)).not.toEqual(
      drills.slice(20, 40).map(({ faults }) => faults.length),
    );
  });

  it('cover every fault and every oddity, with at most two oddities per drill', () => {
    const codes = new Set(drills.flatMap(({ faults }) => faults.map(({ code }) => code)));
    const oddities = new Set(drills.flatMap((drill) => drill.oddities.map(({ id }) => id)));

    expect([...codes].toSorted()).toEqual(ERROR_CODES.toSorted());
    expect([...oddities].toSorted()).toEqual(ODDITY_IDS.toSorted());
    expect(Math.max(...drills.map((drill) => drill.oddities.length))).toBe(2);
  });

  it('include clean ones with and without oddities, so that an oddity does not give the answer away', () => {
    const clean = drills.filter(({ faults }) => faults.length === 0);

    expect(clean.some((drill) => drill.oddities.length === 0)).toBe(true);
    expect(clean.some((drill) => drill.oddities.length > 0)).toBe(true);
    expect(drills.some((drill) => drill.faults.length > 0 && drill.oddities.length === 0)).toBe(true);
  });
});

const pathsOf = async ({ locker }: Pick<Drill, 'locker'>) => {
  const paths: string[] = [];
  for await (const { path } of bagFiles(locker, SAY, { nonce: NONCE })) paths.push(path);
  return paths;
};
const IN_AN_ITEM = ['capture.warc.gz', 'page.html', 'record.json', 'visual.svg'];

describe('the file of a drill', () => {
  it('has the same set of files, whatever was planted', async () => {
    for (const number of NUMBERS.slice(0, 30)) {
      const drill = drills[number - 1] as Drill;
      const base = await pathsOf({ locker: drillBase(lockerOfDrill(number)) });
      const paths = await pathsOf(drill);
      const outside = (list: readonly string[]) => list.filter((path) => !path.includes('/items/'));
      const inItems = paths.filter((path) => path.includes('/items/') && !path.includes('/around/'));

      expect(outside(paths)).toEqual(outside(base));
      expect(inItems.map((path) => path.split('/').slice(2).join('/')).toSorted()).toEqual(
        drill.locker.items.flatMap(({ folder }) => IN_AN_ITEM.map((file) => `${folder}/${file}`)).toSorted(),
      );
      expect(drill.locker.id).toBe('tamper-drill');
    }
  });
});

const answersOf = ({ locker, faults }: Pick<Drill, 'locker' | 'faults'>) =>
  courtAnswers(locker, faults, LIBRARY.authority);

/** For each question that a locker answers, an independent check that the claimed answer is true of the locker. */
const CLAIMS: Readonly<Record<string, (drill: Drill) => boolean>> = {
  lawful: ({ locker }) =>
    locker.items.every(({ facts }) => facts.legalBasis !== '' && !facts.notes.includes('neighbour')) &&
    locker.custody.some(({ action }) => action === 'plan.noted'),
  authentic: ({ locker }) =>
    locker.items.every(
      ({ facts }) => [facts.finalUrl, ...facts.redirects].includes(facts.url) && facts.method === 'native',
    ),
  complete: ({ locker }) => {
    const kept = new Set(locker.items.map(({ facts }) => `ad ${facts.adId}`));
    const looked = locker.custody.filter(({ action }) => action === 'child-material.checked');
    return (
      looked.every(({ reason }) => kept.has(reason)) && locker.custody.every(({ action }) => action !== 'item.deleted')
    );
  },
  unaltered: ({ locker }) => {
    const captured = locker.custody.filter(({ action }) => action === 'page.captured').map(({ sha256 }) => sha256);
    const isAlone = locker.custody.every(({ reason }) => !reason.includes('original'));
    return isAlone && locker.items.every(({ body }) => captured.includes(sha256Hex(body)));
  },
  when: ({ locker }) =>
    locker.items.every(({ servedAt, facts }) => facts.capturedAtUtc === servedAt && facts.clockCheck !== null),
  who: ({ locker }) =>
    locker.items.every(({ facts }) => facts.operator && facts.tool.name && facts.tool.version) &&
    locker.items.every(({ facts }) => facts.loginState === 'not logged in'),
  repeatable: ({ locker }) => locker.items.every(({ facts, request }) => facts.method === 'native' && request.headers),
  order: ({ locker }) => {
    const actions = locker.custody.map(({ action }) => action);
    const isTimed = locker.custody.every(({ utc }) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(utc));
    return (
      isTimed &&
      !actions.includes('notice.entered') &&
      actions.includes('request.entered') === actions.includes('renewal.noted')
    );
  },
  proves: ({ locker }) => locker.custody.every(({ reason }) => !reason.includes('victim')),
};

describe('the ten questions of a drill', () => {
  it('are in the order of the lesson, and each fault leaves the questions of its error open', () => {
    for (const { locker, faults } of drills) {
      const answers = answersOf({ locker, faults });
      expect(answers.map(({ question }) => question)).toEqual(COURT_QUESTIONS);
      for (const answer of answers) {
        const spoiled = faults.filter(({ code }) =>
          (TYPICAL_ERRORS[code].questions as readonly string[]).includes(answer.question),
        );
        expect(answer.faults).toEqual(spoiled);
        expect(answer.isOpen).toBe(spoiled.length > 0 || answer.question === 'attribution');
        expect(answer.ground === undefined).toBe(spoiled.length > 0);
      }
    }
  });

  it('give clock offset, renewal and copy as they are in the locker', () => {
    for (const { locker, faults } of drills) {
      const ground = new Map(answersOf({ locker, faults }).map((answer) => [answer.question, answer.ground]));
      const offset = (locker.items[0]?.facts.clockCheck?.offsetMs ?? 0) / 1000;
      const entry = locker.custody.find(({ action }) => action === 'clock.checked')?.seq;
      const when = { id: offset < 0 ? 'when.behind' : 'when.ahead', params: { seconds: Math.abs(offset), entry } };
      const renewal = locker.custody.filter(({ action }) => action === 'renewal.noted').at(-1)?.reason;
      const hasCopy = locker.items.some(({ redirects }) => redirects.length > 0);

      if (ground.get('when')) expect(ground.get('when')).toEqual(when);
      if (ground.get('order')) expect(ground.get('order')?.params['on']).toBe(renewal?.slice('on '.length));
      // Without a renewal the sentence says that the log has no request.
      if (ground.get('order')?.id === 'order')
        expect(locker.custody.filter(({ action }) => action === 'request.entered')).toEqual([]);
      if (ground.get('authentic')) expect(ground.get('authentic')?.id).toBe(hasCopy ? 'authentic.copy' : 'authentic');
    }
  });

  it('list the items with unlogged acts, which the order of the log does not cover', () => {
    let told = 0;
    for (const { locker, faults } of drills) {
      const { ground, besides } = answersOf({ locker, faults }).find(({ question }) => question === 'order') ?? {};
      const hashes = locker.custody.filter(({ action }) => action === 'page.captured').map(({ sha256 }) => sha256);
      const untold = locker.items.filter(({ body, folder, facts: { itemId } }) => {
        const html = new TextDecoder().decode(body);
        const isRenamed = folder !== itemId && locker.custody.every(({ reason }) => !reason.endsWith(` ${folder}`));
        return isRenamed || html.includes('<!--') || !hashes.includes(sha256Hex(body));
      });
      const items = untold.map(({ facts }) => facts.itemId);

      expect(besides).toEqual(
        ground && items.length > 0 ? { id: 'untold', params: { item: expect.any(String) } } : undefined,
      );
      if (!besides) continue;
      told += 1;
      expect(String(besides.params['item']).split(', ').toSorted()).toEqual(items.toSorted());
    }
    expect(told).toBeGreaterThan(20);
  });

  it('say "Recorded as" of a fault that only the record shows', () => {
    const contradicted = drills.flatMap(({ locker, faults }) =>
      faults.flatMap(({ code, item }) => {
        const kept = locker.items.find(({ facts }) => facts.itemId === item);
        const isBornOut =
          (code === 'E2' && kept?.request === undefined) ||
          (code === 'E13' &&
            locker.custody.some(({ action, reason }) => action === 'session.opened' && /personal/.test(reason)));
        return ['E2', 'E13'].includes(code) && !isBornOut ? [faultWords(code).name] : [];
      }),
    );

    expect(contradicted.length).toBeGreaterThan(5);
    for (const name of contradicted) expect(name).toMatch(/^Recorded as /);
  });

  it('distinguish pictures from captures', () => {
    let pictures = 0;
    for (const { locker, faults } of drills) {
      const ground = answersOf({ locker, faults }).find(({ question }) => question === 'complete')?.ground;
      const pictured = locker.items
        .filter(({ facts }) => facts.method === 'screenshot')
        .map(({ facts }) => facts.itemId);
      if (!ground) continue;
      pictures += pictured.length;
      expect(ground.id).toBe(pictured.length > 0 ? 'complete.picture' : 'complete');
      if (pictured.length > 0) expect(ground.params['item']).toBe(pictured.join(', '));
    }
    expect(pictures).toBeGreaterThan(0);
  });

  it('are answered only if the claim about the locker is true', () => {
    let seen = 0;
    for (const drill of drills)
      for (const { question, isOpen } of answersOf(drill)) {
        if (isOpen) continue;
        seen += 1;
        expect(CLAIMS[question]?.(drill), question).toBeTruthy();
      }
    expect(seen).toBeGreaterThan(1000);
  });
});
