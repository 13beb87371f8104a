import { describe, expect, it } from 'vitest';
import { DATA_CATEGORIES, LETTER_KINDS } from '#core/evidence/letters/letter.ts';
import { LETTER_PARTS } from '#core/evidence/letters/letter-parts.ts';
import { ERROR_CODES } from '#core/evidence/tamper/typical-errors.ts';
import { ANSWER_REASONS } from '#core/requests/answer-letter.ts';
import { faultWords } from '#ui/preservation/fault-words.ts';
import { dataWords, kindWords, letterWords, outcomeWords } from '#ui/requests/request-words.ts';
import { scoredDesk } from '../../../support/builders/a-desk.ts';

const SENTENCE = /^\S.+[.]$/;

describe('letters in words', () => {
  it('every finding of a desk is said, whatever was left out', () => {
    const { findings } = scoredDesk([]);

    expect(findings.length).toBeGreaterThan(20);
    for (const kind of ['hit', 'miss'] as const)
      for (const finding of findings) expect(letterWords({ ...finding, kind })?.words).toMatch(SENTENCE);
    for (const { part } of Object.values(LETTER_PARTS).flat())
      for (const kind of ['hit', 'miss'] as const)
        expect(letterWords({ kind, at: {}, reason: `letter.${part}`, sources: [] })?.words).toMatch(SENTENCE);
  });

  it('every reason of an answer is said, with the letter that it answers', () => {
    for (const reason of ANSWER_REASONS) {
      const said = letterWords({ kind: 'miss', at: { locator: 'L-02' }, reason: `answer.${reason}`, sources: [] });
      expect(said?.name).toBe('Answer to L-02');
      expect(said?.words).toMatch(SENTENCE);
    }
  });

  it('kinds, data and outcomes have a name each, and no two the same', () => {
    const names = [
      ...LETTER_KINDS.map(kindWords),
      ...DATA_CATEGORIES.map(dataWords),
      ...(['acknowledged', 'partial', 'refused'] as const).map(outcomeWords),
    ];

    expect(new Set(names).size).toBe(15);
  });

  it('what is no finding about letters is left to others', () => {
    expect(letterWords({ kind: 'miss', at: { locator: 'E6' }, reason: 'error.E6', sources: [] })).toBeUndefined();
  });
});

describe('a typical error in words', () => {
  it('says where it is seen and what a court would ask', () => {
    for (const code of ERROR_CODES) {
      const { name, seen, court } = faultWords(code);
      expect(name).not.toBe('');
      expect(seen).toMatch(SENTENCE);
      expect(court).toContain('A court would ask');
    }
  });
});
