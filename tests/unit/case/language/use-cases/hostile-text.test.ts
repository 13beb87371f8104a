import { describe, expect, it } from 'vitest';
import { HOSTILE_TEXTS } from '../../../../support/builders/hostile-texts.ts';
import { swap } from '../../../../support/builders/project-with.ts';
import {
  issuesIn,
  KEY,
  LEXICON,
  linesOf,
  MARKET,
  REVIEW,
  SCENARIO,
  SHARED_PHONE,
  SOURCES,
} from '../../../../support/library/a-broken-project.ts';

const FILES = [SCENARIO, KEY, REVIEW, SHARED_PHONE, SOURCES, MARKET, LEXICON];

const laughs = Array.from({ length: 12 }, (_, n) => `a${n}: &a${n} [${n ? Array(9).fill(`*a${n - 1}`) : 'ha'}]`);

const TEXTS: Readonly<Record<string, string>> = {
  'nothing at all': '',
  'a note and nothing else': '# nothing yet\n',
  'one word': 'hello',
  'a number': '7',
  'a list of lists': '- - a\n- - b\n',
  'a map where a list stands or the other way round': '{}',
  'a list in place of a map': '- schema: scenario/1\n',
  'aliases that grow to millions': laughs.join('\n'),
  'a text nested twenty thousand deep': '['.repeat(20_000),
  'maps nested two hundred deep': Array.from({ length: 200 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'),
  'two megabytes': `title: ${'x'.repeat(2_000_000)}`,
  'bytes of a picture': '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR\ufffd\ufffd\u0000',
  'tabs throughout': '\tid:\tx\n\t\ttitle:\ty\n',
  'the same key twice': 'id: a\nid: b\n',
  'two documents': 'id: a\n---\nid: b\n',
  'a tag that asks for code': 'id: !!js/function "() => 1"\n',
  'a quotation that never ends': 'id: "a\n',
  'a key that is a list': '? [a, b]\n: c\n',
  'keys of every object':
    '__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }\ntoString: 1\n',
  'merge keys': '<<: { id: a }\nid: b\n',
};

/** The story is met with everything, the other files with what reading each of them could make a difference to. */
const EVERYWHERE = [
  'nothing at all',
  'a number',
  'a list of lists',
  'a map where a list stands or the other way round',
  'aliases that grow to millions',
  'keys of every object',
];
const CASES = FILES.flatMap((file) =>
  (file === SCENARIO ? Object.keys(TEXTS) : EVERYWHERE).map((holds) => ({ file, holds })),
);

describe('a file with unexpected content', () => {
  it.each(CASES)('$file with $holds becomes issues in that file', ({ file, holds }) => {
    const issues = issuesIn(file, TEXTS[holds]);

    expect(issues.length).toBeGreaterThan(0);
    expect(new Set(issues.map(({ position }) => position?.file))).toContain(file);
    for (const line of linesOf(issues)) expect(line).toMatch(/^\S+:\d+:\d+ [a-z.-]+ [^\n{}]+\.$/);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('a file that could exhaust time or memory', () => {
  it.each(HOSTILE_TEXTS)('is refused with a short message: $holds', ({ text }) => {
    const issues = issuesIn(SCENARIO, text);

    expect(issues.length).toBeGreaterThan(0);
    expect(issues.length).toBeLessThanOrEqual(101);
    for (const line of linesOf(issues)) expect(line).toMatch(/^\S+:\d+:\d+ [a-z.-]+ [^\n{}]+\.$/);
  });
});

describe('names of Object.prototype members', () => {
  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('%s is no scene of a case', (name) => {
    const issues = issuesIn(SCENARIO, swap('next: end-line-dead', `next: ${name}`));

    expect(issues.length).toBeGreaterThan(0);
    expect(issues[0]?.position?.file).toBe(SCENARIO);
  });

  it.each(['constructor', 'toString', '__proto__', 'valueOf'])(
    '%s is no exercise, no variable and no source',
    (name) => {
      const [line = ''] = linesOf(issuesIn(SCENARIO, swap('kind: detection', `kind: ${name}`)));
      const [variable = ''] = linesOf(issuesIn(SCENARIO, swap('when: contacted, change', `when: ${name}, change`)));
      const [decision = ''] = linesOf(issuesIn(KEY, swap('\n  d30:', `\n  ${name}:`)));

      expect(line).toMatch(/ (scenario\.unknown-exercise|schema\.invalid) /);
      expect(variable).toMatch(/ (scenario\.unknown-variable|schema\.invalid) /);
      expect(decision).toMatch(/ (key\.decision-without-key|yaml\.reserved-key) /);
    },
  );
});

describe('a text with terminal control characters', () => {
  it('is printed on one plain line', () => {
    const [line = ''] = linesOf(issuesIn(SCENARIO, swap('profile: BUY', '"pro\\u001b[31m\\nfile": BUY')));

    expect(line).not.toMatch(/\p{Cc}/u);
  });
});
