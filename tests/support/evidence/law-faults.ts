import { readYaml } from '#kernel/formats/yaml/read-yaml.ts';
import type { Verification } from '#kernel/model/citation.ts';
import { readFurther } from '../read-further.ts';

/** Every text of real law that a lesson may name, with the code of its source. */
const INSTRUMENTS: readonly (readonly [RegExp, string])[] = [
  [/S\.M\. v\./, 'SMCRO'],
  [/B\.B\. v\./, 'BBSVK'],
  [/V\.C\.L\./, 'VCL'],
  [/Krachunova/, 'KRACH'],
  [/Bannikova/, 'BANNIK'],
  [/Kuzmina/, 'KUZMIN'],
  [/Rowe and Davis/, 'ROWE'],
  [/Yalçınkaya/, 'YALCIN'],
  [/Bykov|Khan v\./, 'BYKOV'],
  [/Schatschaschwili/, 'SCHAT'],
  [/Yıldırım/, 'YILDIR'],
  [/2023\/1543|European orders?\b|European regulation/, 'EEV'],
  [/2024\/1712|directive of 2024/, 'DIR24'],
  [/2024\/1260|directive on asset recovery/, 'DIR1260'],
  [/2012\/29/, 'DIR12'],
  [/Budapest Convention/, 'BUD'],
  [/Second Protocol/, 'AP2'],
  [/Digital Services Act/, 'DSA'],
  [/Convention 197/, 'COE197'],
  [/Palermo/, 'PAL'],
  [/FOSTA|Backpage|CityXGuide/, 'SEED'],
];
/** Words by which a statement is one of real law, whatever it names. */
const LAW_WORDS =
  /\barticles? \d|\bEuropean Court\b|\bCourt of Justice\b|\bGrand Chamber\b|\bDirective\b|\bRegulation\b|\bConvention\b|\bProtocol\b/;
/** A statement about the law of an invented State. */
const INVENTED_LAW = /Karsolen|Norvelane|Solenvast|Tessaval|invented States|authors['’] (?:law|table)/;
/** What the line of a source has to say of itself where it was not read as a text. */
const SAID_OF: Readonly<Partial<Record<Verification, RegExp>>> = {
  H: /headnote|summar|introduction/i,
  A: /as (?:other (?:texts|s)|others) report|summar|introduction|others|mapping|scope|not read/i,
  U: /unverified|not read|not reached/i,
};

interface Cited {
  readonly code: string;
  readonly mark: Verification;
}
const nameOf = ({ code, mark }: Cited) => `${code} ${mark}`;
const citesIn = (text: string): Cited[] =>
  Array.from(text.matchAll(/<Cite code="(\w+)" mark="(\w)"/g), ([, code = '', mark]) => ({
    code,
    mark: mark as Verification,
  }));

/** The strings of a head, wherever they stand. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

/** Paragraphs, list entries and rows of tables, each with the notes that it refers to. */
function statementsIn(body: string): { said: string; beside: string }[] {
  const notes = new Map(
    Array.from(body.matchAll(/<Note n=\{(\d+)\}>([\s\S]*?)<\/Note>/g), ([, n = '', text = '']) => [n, text]),
  );
  const statements = body
    .replace(/<Note\b[\s\S]*?<\/Note>/g, '')
    .split(/\n\s*\n|\n(?=[|\-\d])/)
    .map((said) => ({
      said,
      beside: [said, ...Array.from(said.matchAll(/<Ref n=\{(\d+)\}/g), ([, n = '']) => notes.get(n) ?? '')].join('\n'),
    }));
  const inNotes = Array.from(body.matchAll(/<Note\b[^>]*>([\s\S]*?)<\/Note>/g), ([, text = '']) => ({
    said: text,
    beside: text,
  }));
  return [...statements, ...inNotes].filter(({ said }) => said.trim() !== '');
}

/**
 * What is wrong with the legal statements of a lesson, each with the words it is about: a text of law without its
 * source beside it, a law of an invented State without its mark, a citation that claims more than was read, and a list
 * of sources that differs from what the text cites. `markOf` gives the mark of a source by its code.
 */
export function lawFaults(lesson: string, markOf: (code: string) => Verification | undefined): string[] {
  const [, yaml = '', ...rest] = lesson.split(/^---$/m);
  const body = rest.join('---');
  const read = readYaml(yaml, 'lesson');
  if (!read.ok) return ['the head cannot be read'];
  const { sources = [], ...head } = read.value.value as { sources?: (Cited & { says: string })[] };
  const declared = new Set(sources.map(nameOf));
  const cited = citesIn(body);
  const isDeclared = (code: string) => sources.some((source) => source.code === code);

  const inText = statementsIn(body).flatMap(({ said, beside }) => {
    const codes = new Set(citesIn(beside).map(({ code }) => code));
    const where = said.trim().slice(0, 60);
    const unquoted = said.replace(/“[^”]*”/g, '');
    return [
      ...INSTRUMENTS.filter(([named, code]) => named.test(said) && !codes.has(code)).map(
        ([, code]) => `${code} is not cited beside: ${where}`,
      ),
      ...(LAW_WORDS.test(said) && codes.size === 0 ? [`no source beside: ${where}`] : []),
      ...(INVENTED_LAW.test(unquoted) && !beside.includes('<AuthorsLaw') ? [`no mark of authors' law: ${where}`] : []),
    ];
  });
  const inHead = stringsOf(head).flatMap((said) =>
    INSTRUMENTS.filter(([named, code]) => named.test(said) && !isDeclared(code)).map(
      ([, code]) => `${code} is not among the sources: ${said.slice(0, 60)}`,
    ),
  );
  const claims = [...cited, ...sources].flatMap((one) => {
    const mark = markOf(one.code);
    if (mark === undefined) return [`${one.code} is no source`];
    return readFurther(one.mark, mark) ? [`${nameOf(one)} claims more than was read`] : [];
  });
  return [
    ...inText,
    ...inHead,
    ...claims,
    ...cited.filter((one) => !declared.has(nameOf(one))).map((one) => `${nameOf(one)} is not in the list of sources`),
    ...sources
      .filter((one) => !cited.some((other) => nameOf(other) === nameOf(one)))
      .map((one) => `${nameOf(one)} is listed and not cited`),
    ...sources
      .filter(({ mark, says }) => SAID_OF[mark]?.test(says) === false)
      .map((one) => `${nameOf(one)} does not say how far it was read`),
  ];
}
