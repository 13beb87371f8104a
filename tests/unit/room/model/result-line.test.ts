import { describe, expect, it } from 'vitest';
import { groupsOf, isMadeAsLine, LINE_CHARACTERS, readGroups, typedGroups } from '#room/model/line-groups.ts';
import { createResultLines } from '#room/model/result-line.ts';
import { toldByLog } from '#room/model/told-by-log.ts';
import { chances } from '../../../support/builders/chances.ts';
import { KINDS } from '../../../support/builders/kinds.ts';
import { playAtRandom } from '../../../support/builders/random-player.ts';
import { PROJECT, theCase } from '../../../support/builders/the-library.ts';

const SMALL = PROJECT.list('scenarios').filter((name) => {
  const text = PROJECT.read(`scenarios/${name}/scenario.yaml`);
  return text !== undefined && /preset: mini/.test(text);
});
const QUIET = theCase();

describe('a group of a result line', () => {
  const draw = chances('groups', 'values');
  const GROUPS = Array.from({ length: 40 }, () => Array.from({ length: 4 }, () => draw.int(32)));

  it('is reported for every wrong character', () => {
    for (const values of GROUPS) {
      const [group = ''] = groupsOf(values);
      for (let at = 0; at < 5; at++)
        for (const sign of LINE_CHARACTERS)
          if (sign !== group[at])
            expect(readGroups([group.slice(0, at) + sign + group.slice(at + 1)]).wrong).toEqual([1]);
    }
  });

  it('is reported for any two swapped characters', () => {
    for (const values of GROUPS) {
      const [group = ''] = groupsOf(values);
      for (let a = 0; a < 5; a++)
        for (let b = a + 1; b < 5; b++) {
          const signs = [...group];
          [signs[a], signs[b]] = [signs[b] as string, signs[a] as string];
          expect(readGroups([signs.join('')]).wrong).toEqual(signs.join('') === group ? [] : [1]);
        }
    }
  });

  it('is reported at every other position in the line', () => {
    const values = Array.from({ length: 48 }, () => draw.int(32));
    const groups = groupsOf(values);
    for (let a = 0; a < groups.length; a++)
      for (let b = a + 1; b < groups.length; b++) {
        const moved = [...groups];
        [moved[a], moved[b]] = [groups[b] as string, groups[a] as string];
        expect(readGroups(moved).wrong).toEqual([a + 1, b + 1]);
      }
  });

  it('is read in the forms in which people type it', () => {
    expect(typedGroups(' ab0oi-l2345 ')).toEqual(['AB001', '12345']);
    expect(typedGroups('ABCDE12345')).toEqual(['ABCDE', '12345']);
  });
});

describe.each(SMALL)('the result lines of %s', (name) => {
  const { material, answers } = theCase(`scenarios/${name}`);
  const lines = createResultLines(material);

  it('decode to the content of the log, for complete and for unfinished attempts', () => {
    for (let n = 0; n < 6; n++) {
      const whole = playAtRandom(material, answers, `line-${n}`);
      for (const share of [1, 0.6, 0.1]) {
        const log = { ...whole, events: whole.events.slice(0, Math.ceil(whole.events.length * share)) };
        const line = lines.write(log);
        expect(line).toBeDefined();
        expect(line?.replaceAll(' ', '').length).toBeLessThanOrEqual(60);
        const read = lines.read(line as string);
        const { attempt: _, ...told } = toldByLog(material, log);
        expect(read).toEqual({ ok: true, told, line });
      }
    }
  });
});

describe('a result line', () => {
  const lines = createResultLines(QUIET.material);
  const line = lines.write(playAtRandom(QUIET.material, QUIET.answers, 'one')) as string;

  it('of another case or version is refused as such', () => {
    const other = theCase('scenarios/two-addresses');
    const foreign = createResultLines(other.material).write(playAtRandom(other.material, other.answers, 'x')) as string;
    const { scenario, market } = QUIET.material;
    const changed = createResultLines({ scenario: { ...scenario, hash: 'another' }, market, kinds: KINDS });

    expect(lines.read(foreign)).toEqual({ ok: false, fault: 'other-case' });
    expect(changed.read(line)).toEqual({ ok: false, fault: 'other-version' });
  });

  it('with a wrong group names the group and decodes nothing', () => {
    const groups = line.split(' ');
    const wrong = groups.map((group, at) => (at === 2 ? group.replace(/^./, group[0] === 'A' ? 'B' : 'A') : group));

    expect(lines.read(wrong.join(' '))).toEqual({ ok: false, fault: 'groups', groups: [3] });
  });

  it('that lacks a group, or has valid groups of no possible attempt, is refused', () => {
    const groups = line.split(' ');
    const other = readGroups(groups).values.with(6, (readGroups(groups).values[6] as number) ^ 1);

    expect(lines.read('')).toEqual({ ok: false, fault: 'empty' });
    expect(lines.read(groups[0] as string)).toEqual({ ok: false, fault: 'length' });
    expect(lines.read(groups.slice(0, -1).join(' '))).toEqual({ ok: false, fault: 'damaged' });
    expect(lines.read(groupsOf(other).join(' '))).toEqual({ ok: false, fault: 'damaged' });
  });

  it('is refused for random texts', () => {
    const draw = chances('texts', 'signs');
    for (let n = 0; n < 2_000; n++) {
      const text = Array.from({ length: draw.int(70) }, () => String.fromCharCode(32 + draw.int(100))).join('');
      expect(lines.read(text).ok).toBe(false);
    }
  });

  it('is undefined for a case whose ads do not fit in it', () => {
    const large = theCase('scenarios/find-shared-flats');

    expect(createResultLines(large.material).write(playAtRandom(large.material, large.answers, 'x'))).toBeUndefined();
  });
});

describe('a text that a camera reads', () => {
  it.each(['T5QN7 ABADC', 'T5QN7ABADC', 't5qn7-abadc'])('%s has the shape of a line', (text) => {
    expect(isMadeAsLine(text)).toBe(true);
  });

  it.each(['', 'T5QN7 ABAD', 'T5QNU ABADC', 'http://192.168.0.7:4321/room/', 'WIFI:S:room;P:12345;;', 'https://x'])(
    '%j is something else',
    (text) => {
      expect(isMadeAsLine(text)).toBe(false);
    },
  );
});
