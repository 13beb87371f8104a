/** As long as a file may be, and a little longer than most readers can bear of one kind of mark. */
const LONG = 1_000_000;
const MARKS = 59_000;

const lines = (count: number, line: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => line(n)).join('\n');

/** Texts that a careless reader of YAML takes minutes over, or all the memory there is. */
export const HOSTILE_TEXTS: readonly { readonly holds: string; readonly text: string }[] = [
  { holds: 'fifty megabytes', text: 'x'.repeat(50_000_000) },
  {
    holds: 'aliases that grow to millions',
    text: lines(12, (n) => `a${n}: &a${n} [${n ? Array(9).fill(`*a${n - 1}`) : 'ha'}]`),
  },
  { holds: 'thousands of aliases', text: `a: &a 1\nb:\n${'- *a\n'.repeat(MARKS / 4)}` },
  { holds: 'a million brackets', text: '['.repeat(LONG) },
  { holds: 'braces within braces', text: '{a: '.repeat(LONG / 4) },
  { holds: 'dashes within dashes', text: '- '.repeat(LONG / 2) },
  { holds: 'question marks within question marks', text: '? '.repeat(MARKS) },
  { holds: 'many small nests', text: `${'['.repeat(90)}${']'.repeat(90)}\n`.repeat(MARKS / 182) },
  { holds: 'as many keys as are read', text: lines(MARKS / 2, (n) => `k${n}: 1`) },
  { holds: 'the same key as often as is read', text: 'a: 1\n'.repeat(MARKS / 2) },
  { holds: 'quotations that never end', text: 'a: "'.repeat(MARKS / 2) },
  { holds: 'thousands of small quotations', text: "'a' ".repeat(LONG / 4) },
  { holds: 'tags', text: '- !x a\n'.repeat(MARKS / 3) },
  { holds: 'reserved signs', text: '- @a\n'.repeat(MARKS / 2) },
  { holds: 'directives', text: '%a\n'.repeat(MARKS / 2) },
  { holds: 'colons', text: ': : : : '.repeat(MARKS / 4) },
  { holds: 'block texts without end', text: '- |\n'.repeat(MARKS / 2) },
  { holds: 'steps further and further in', text: lines(1_400, (n) => `${' '.repeat(n)}a:`) },
  { holds: 'a list of wrong things', text: `states:\n${'- 7\n'.repeat(MARKS / 2 - 2)}` },
  { holds: 'scenes of wrong kinds', text: `states:\n${lines(MARKS / 8, (n) => `  s${n}: { type: story }`)}` },
];
