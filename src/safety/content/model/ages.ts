import { matchesAs, type TextFinding } from './finding.ts';
import { AFTER_AGE, ALSO_AGED, UNDER_EIGHTEEN } from './number-words.ts';
import { plainLetters } from './plain-letters.ts';

const LEFT = '(?<![\\p{L}\\p{N}.:,/+-])';

/** A number below eighteen, in figures or in words; not part of a time, a date, a decimal or a percentage. */
const FIGURE = '(?:1[0-7]|[0-9])(?![\\p{N}%‰°]|[.:,/]\\p{N}|[-–]\\p{N})';
const NUMBER = `(?:${FIGURE}|(?:${UNDER_EIGHTEEN.en.join('|')})(?![\\p{L}\\p{N}]))`;
/** The same without the smallest numbers, which alone are far more often a count than an age. */
const BARE = `(?:(?:1[0-7]|[4-9])(?![\\p{N}%‰°]|[.:,/]\\p{N}|[-–]\\p{N})|(?:${UNDER_EIGHTEEN.en.slice(4).join('|')})(?![\\p{L}\\p{N}]))`;
const numberIn = (language: Exclude<keyof typeof UNDER_EIGHTEEN, 'en'>) =>
  `(?:${FIGURE}|(?:${UNDER_EIGHTEEN[language].join('|')})(?![\\p{L}\\p{N}]))`;

/** What may follow a bare number that is an age: the end of a sentence or clause, and no counted noun. */
const ENDS = `(?=\\s*(?:[.,;!?)\\]"'”’“«»…—–]|$|(?:${AFTER_AGE.join('|')})(?!\\p{L})))`;

const YEARS = "(?:years?|yrs?|y(?:ea)?r'?s?)";
const PERSON =
  '(?:girl|boy|person|woman|man|child|kid|somebody|someone|lady|daughter|son|sister|brother|niece|nephew|friend|adult|companion|model|guest)s?';
const PRONOUN =
  "(?:i am|i'm|i’m|i was|(?:she|he|who) (?:is|was)|(?:she|he)['’]s|you are|you're|you’re|(?:one|two|each|both|some) of (?:them|us|the (?:people|persons|wom[ae]n|guests|advertisers)) (?:is|was|are|were))";
const HEDGE =
  '(?:(?:only|just|barely|still|about|almost|nearly|now|already|not yet|really|maybe|perhaps|around) ){0,2}';

/** Patterns of an age below eighteen in English. */
const ENGLISH = [
  // aged 16, age: 16, at the age of sixteen
  `aged?(?: is| was| of|:)? ?${HEDGE}${NUMBER}(?! ?(?:days?|weeks?|months?|hours?|minutes?|ads?|times?|per)(?!\\p{L}))`,
  // 16 years old, sixteen-year-old, 16 y/o, 16yo, 16 years of age
  `${NUMBER}[ -]?${YEARS}[ -](?:olds?|young|of age)`,
  `${NUMBER} ?(?:y ?\\/? ?o|y\\.o\\.|yo|yrs?)(?![\\p{L}\\p{N}])`,
  // she is only 16, I'm sixteen
  `${PRONOUN} ${HEDGE}${BARE}${ENDS}`,
  // a person of sixteen
  `${PERSON},? (?:of|who is|is|was|at) ${HEDGE}${BARE}(?: ${YEARS}(?: old)?)?${ENDS}`,
  // just turned 15, turning sixteen, will be 17 in May
  `(?:turned|turns|turning|turn|will be|would be|becomes?) ${HEDGE}${BARE}${ENDS}`,
  // sixteenth birthday, before the 18th birthday
  `(?:(?:1[0-7]|[4-9])th|[123](?:st|nd|rd)|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|thirteen|fourteen|fifteen|sixteen|seventeen)th) birthday`,
  '(?:before|until|till|not yet) \\p{L}{1,8} (?:18th|eighteenth) birthday',
  'sweet[ -](?:16|sixteen)',
  // 16/f, f16
  '(?:1[0-7] ?\\/ ?[fmw]|[fmw] ?\\/ ?1[0-7]|f1[0-7]|1[0-7]f)(?![\\p{L}\\p{N}])',
  // born 2016: cases play in 2031
  'born (?:in |on )?(?:\\p{L}{3,9} ){0,2}(?:201[4-9]|20[2-9]\\d)',
];

/** Patterns in the other languages of the screens. */
const OTHERS = [
  // ru
  `${numberIn('ru')}[ -]?летн(?:яя|ий|юю|ей|его|ему|ие|их)(?!\\p{L})(?! (?:опыт|период|срок|договор|контракт|перерыв|стаж)\\p{L}{0,3}(?!\\p{L}))`,
  '(?:десяти|одиннадцати|двенадцати|тринадцати|четырнадцати|пятнадцати|шестнадцати|семнадцати)летн\\p{L}{2,3}',
  `(?:мне|ей|ему|исполнил(?:ось|ся)|исполнится|возраст(?:е|а|ом)?:?|девушке|девочке|мальчику|парню) (?:всего |только |уже |ещё |еще |лишь )?${numberIn('ru')}(?: лет| года?)?(?= ?(?:[.,;!?)]|$|и |но ))`,
  `(?:возрасте|девочка|мальчик|девушка|парень) ${numberIn('ru')} лет`,
  // de
  `${numberIn('de')}[ -]?jahrige?[rnsm]?(?!\\p{L})(?! (?:erfahrung|vertrag|laufzeit|bestehen|dienst)\\p{L}{0,6})`,
  `${numberIn('de')} jahre? (?:alt|jung)`,
  `im alter von ${numberIn('de')}`,
  `(?:ich bin|sie ist|er ist|gerade|erst) ${numberIn('de')}(?: geworden)?(?= ?(?:[.,;!?)]|$|und |aber ))`,
  // fr
  `(?:j['’]ai|elle a|il a|agee?s? de|fille de|garcon de|jeune de|femme de|personne de|l['’]age de) (?:seulement |a peine )?${numberIn('fr')} ans`,
  // es
  `(?:tengo|tiene|tenia|chica de|chico de|nina de|nino de|mujer de|joven de|edad de|con) (?:solo |apenas )?${numberIn('es')} anos(?! de (?:experiencia|trabajo|servicio))`,
  `${numberIn('es')} anos de edad`,
  // it
  `(?:ho|ha|aveva|ragazza di|ragazzo di|donna di|persona di|eta di|con) (?:solo |appena )?${numberIn('it')} anni(?! di (?:esperienza|lavoro|servizio))`,
  '(?:quattordic|quindic|sedic|diciassett|tredic|dodic|undic)enn[ei]',
];

const AGES = new RegExp(`${LEFT}(?:${[...ENGLISH, ...OTHERS].join('|')})`, 'giu');

/** A name and an age, as ads write it: "Ana, 16". Months and numbered things also precede numbers. */
const NAMED = new RegExp(
  `(?<![\\p{L}\\p{N}-])\\p{Lu}\\p{Ll}{1,14} ?[,(·|] ?(?:1[0-7]|${UNDER_EIGHTEEN.en.slice(-8).join('|')})(?=\\)|[,.;!?](?!\\p{N})| ?$)(?!, \\p{N})`,
  'gu',
);
const NUMBERED = new Set(
  'January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Article Articles Page Pages Section Sections Rule Rules Step Steps Part Parts Chapter Table Figure Line Lines Week Day Days House Room Level No Nos Number Ad Ads Event Item Items Row Rows Note Notes Year Guideline Recital Recitals Paragraph Protocol Option Sentence Case Cases Question Track Group Test'.split(
    ' ',
  ),
);

/** Things that have an age too, before or after it. */
const THING =
  '(?:accounts?|pages?|sites?|ads?|boards?|pictures?|photos?|phones?|numbers?|houses?|buildings?|laws?|rules?|records?|compan(?:y|ies)|firms?|domains?|cases?|files?|cop(?:y|ies)|cars?|devices?|profiles?|markets?|maps?|lists?|reports?|stud(?:y|ies)|figures?|clocks?|entries|entry|posts?|notes?|versions?|contracts?|papers?|groups?|clubs?|choirs?|shops?|stores?|teams?|places?|bars?|festivals?|events?|towns?|streets?|programmes?|kits?|tools?|games?|farms?|ships?|trees?|it)';
const OF_THING_BEFORE = new RegExp(
  `(?<!\\p{L})${THING}(?:,? (?:is|are|was|were|that is|now|has|have|had)){0,2} ?$`,
  'iu',
);
const OF_THING_BEHIND = new RegExp(`^ ${THING}(?!\\p{L})`, 'iu');

/** Finds every place in a text that gives a person an age below eighteen. */
export function agesUnderEighteen(text: string): TextFinding[] {
  const plain = plainLetters(text);
  const told = matchesAs(text, plain, AGES).filter(({ at, text: words }) => !isOfThing(plain, at, at + words.length));
  const named = matchesAs(text, plain, NAMED).filter(({ text: words }) => {
    const name = /^\p{L}+/u.exec(words)?.[0] ?? '';
    return !NUMBERED.has(name) && !ALSO_AGED.has(name.toLowerCase());
  });
  return [...told, ...named];
}

/** Characters before an age in which its subject is searched for. */
const SUBJECT_DISTANCE = 40;

const isOfThing = (text: string, from: number, to: number): boolean =>
  OF_THING_BEFORE.test(text.slice(Math.max(0, from - SUBJECT_DISTANCE), from)) ||
  OF_THING_BEHIND.test(text.slice(to, to + SUBJECT_DISTANCE));
