import { describe, expect, it } from 'vitest';
import { partWithState } from '#case/language/model/room-parts.ts';
import { answerParts } from '#case/play/use-cases/open-answers.ts';
import { partsOfRoom } from '#room/use-cases/parts-of-room.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { PROJECT, theCase } from '../../../../support/builders/the-library.ts';
import { publicPart } from '../../../../support/room/a-room.ts';

const CASES = PROJECT.list('scenarios').filter((name) => PROJECT.read(`scenarios/${name}/scenario.yaml`) !== undefined);

describe('the parts of a case', () => {
  it.each(CASES)('of %s contain every scene and every file of the key once', (name) => {
    const part = publicPart(theCase(`scenarios/${name}`));
    const scenes = Object.entries(part.scenario.states).filter(
      ([, { type }]) => !['group', 'parallel', 'region', 'done'].includes(type),
    );
    for (const answers of ['in-debrief', 'at-once'] as const) {
      const parts = partsOfRoom(part, answers, KINDS);

      expect(parts.flatMap(({ states }) => states).sort()).toEqual(scenes.map(([id]) => id).sort());
      expect(parts.flatMap(({ keyParts }) => keyParts).sort()).toEqual(answerParts(part, KINDS).sort());
      expect(parts.at(-1)?.states.some((id) => part.scenario.states[id]?.type === 'end')).toBe(true);
    }
  });

  it('open answers with the last part, or those of a decision with its part', () => {
    const part = publicPart(theCase());
    const keyOf = (answers: 'in-debrief' | 'at-once', id: string) =>
      partWithState(partsOfRoom(part, answers, KINDS), id)?.keyParts ?? [];

    expect(partsOfRoom(part, 'in-debrief', KINDS).map(({ id }) => id)).toEqual([
      'briefing',
      'find',
      'desk',
      'reach',
      'preserve',
      'debrief',
    ]);
    expect(keyOf('in-debrief', 'd01')).toEqual([]);
    expect(keyOf('at-once', 'd01')).toContain('key/decisions/d01.json');
    expect(keyOf('at-once', 'd01')).not.toContain('key/market.json');
    expect(keyOf('in-debrief', 'end-reviewed')).toContain('key/market.json');
  });
});
