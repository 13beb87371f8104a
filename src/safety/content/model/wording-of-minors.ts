import { beginnings, IS, MINORS, wording, YOUNG } from './wording-patterns.ts';
import type { WordingRule } from './wording-rule.ts';

/** Beginnings of the words for a minor. */
const STEMS = [
  'child',
  'minor',
  'kid',
  'infant',
  'toddler',
  'teen',
  'adolescent',
  'juvenile',
  'pupil',
  'young',
  'under ?age',
];

/** What a number counts, so that it is no age: a child of five siblings, the children of fourteen families. */
const COUNTED =
  '(?:ads?|accounts?|brothers|cases|children|citizens|colleagues|countries|days|districts|employees|exercises|families|figures|files|friends|groups|guests|hours|households|houses|listings|members|men|migrants|minutes|months|nationals|nights|parents|people|persons|places|regions|residents|rooms|schools|siblings|sisters|sites|staff|states|streets|towns|villages|weeks|women|workers|years)';
const NOT_COUNTED = `(?! (?:\\p{L}{2,14} )?${COUNTED}(?!\\p{L}))`;
const NO_MEASURE = '(?!\\p{N}|[.:,/]\\p{N}| ?[%‰°])';

/** Singular, so that a number after "of" counts nobody. */
const ONE =
  '(?:child|minor|kid|infant|toddler|teen|teenager|adolescent|juvenile|pupil|youngster|person|woman|man|daughter|son|sister|brother|niece|nephew|cousin|friend|guest|companion|model|advertiser|somebody|someone|stranger|beauty|lady|student|runaway|orphan)';
const HEDGE =
  '(?:only |just |roughly |approximately |apparently |hardly |scarcely |barely |about |perhaps |maybe |almost |nearly |some |around |not even |at most ){0,2}';

const LOOKS =
  '(?:pretty|beautiful|handsome|attractive|cute|sweet|slim|slender|skinny|blond|blonde|dark haired|long haired|red haired|petite|innocent|innocent looking|virgin(?:al)?|untouched|pure|sexy|lovely|gorgeous|young looking|well developed|developed|mature|charming|delicate|dainty|fresh faced|fresh|obedient|willing|submissive|experienced|shapely|leggy)';
const BODY =
  '(?:bod(?:y|ies)|faces?|hair|eyes|lips|legs|skin|mouth|figure|shape|chest|breasts?|hips|thighs?|knees|shoulders?|dress|skirt|blouse|underwear|swimsuit|make ?up|looks|appearance|smile|beauty|innocence|virginity)';
const CLAD =
  '(?:wears?|wearing|wore|dressed|undressed|undresses|naked|nude|half naked|topless|made up|posing|poses|posed|smiles|smiled|smiling|dances|danced|dancing)';
const TRADED =
  '(?:offered|sold|for sale|rented|hired out|booked|ordered|bought|on offer|priced|available|auctioned|traded|delivered)';

/** C13: a possible minor is a closed card with neutral facts. No text gives an age, a look, a service or a price. */
export const MINOR_RULES: readonly WordingRule[] = [
  {
    id: 'age',
    rule: 'C13',
    near: beginnings(
      '1[0-7]',
      '[4-9]',
      'four',
      'five',
      'fif',
      'six',
      'seven',
      'eight',
      'nine',
      'ten',
      'eleven',
      'twelve',
      'thir',
    ),
    pattern: wording(
      `${ONE}(?:,)? of ${HEDGE}${YOUNG}${NO_MEASURE}${NOT_COUNTED}`,
      `${MINORS}(?:,)? (?:aged|age|at|who (?:is|are|was|were)|(?:is|are|was|were)|of the age of|under|below|younger than|between) ${HEDGE}${YOUNG}${NO_MEASURE}${NOT_COUNTED}`,
      // Children of fourteen answer; the children of fourteen families answer.
      `${MINORS} of ${HEDGE}${YOUNG}${NO_MEASURE}(?=["'”’)]{0,2}(?:[.,;:!?]|$)| (?:and|or|to|years?|answer|wait|live|work|are|were|have|had|can|may|must|who|open|read|write|call|sleep|stand|sit|come|go)(?!\\p{L}))${NOT_COUNTED}`,
      `${YOUNG} (?:years? |yrs? )(?:old )?(?:child|minor|pupil|kid|daughter|son|infant)(?! (?:cases?|checks?|seats?|protection)(?!\\p{L}))`,
      `(?:child|minor|pupil|kid|person|woman|man|daughter|son|advertiser|companion)(?:, (?:aged )?${YOUNG}(?: years?)?(?=[.,;)])| (?:aged )?${YOUNG}(?: years?)?(?=\\)))`,
    ),
  },
  {
    id: 'look',
    rule: 'C13',
    near: beginnings(...STEMS),
    pattern: wording(
      `${LOOKS}(?:,? (?:and )?${LOOKS})?(?: (?:little|young|small|possible))? ${MINORS}`,
      `(?:child|minor|kid|infant|toddler|teen|teenager|adolescent|juvenile|pupil|youngster)[’']?s (?:\\p{L}{2,12} ){0,2}${BODY}`,
      `(?:${BODY}) of (?:the |a |this |that |each )?(?:\\p{L}{2,12} )?(?:child|minor|kid|infant|toddler|teen|teenager|adolescent|juvenile|pupil|youngster)`,
      `${MINORS}(?: (?:in the (?:picture|photo|ad|video)|there|on it))?(?: ${IS})?(?: (?:very|so|quite|really|almost|only|barely|too))? (?:${CLAD}|${LOOKS})`,
      `${MINORS} (?:looks?|looked|seems?|seemed) (?:much |very |a little |so )?(?:older|younger|grown|adult|like an? |\\p{L}{0,3}mature|${LOOKS})`,
      `${MINORS} with (?:the |an? |her |his |their )?(?:\\p{L}{2,12},? ){0,3}(?:hair|eyes|legs|figure|face|smile|lips|skin|body)`,
      `${MINORS} in (?:an? |the |her |his |their )?(?:\\p{L}{2,12} ){0,2}(?:dress|skirt|underwear|swimsuit|bikini|make ?up|high heels|stockings|uniform|nightdress)`,
    ),
    except: wording(
      'minors? (?:dressed|smiles?) (?:differences?|faults?)',
      "child[’']s (?:mother |father |parent )?(?:face to face)",
    ),
  },
  {
    id: 'price',
    rule: 'C13',
    near: beginnings(...STEMS),
    pattern: wording(
      `(?<!for )${MINORS} ${IS} (?:\\p{L}{2,12}ly |being |now |also |still )?${TRADED}(?! (?:help|support|protection|a place|care|advice|to (?:talk|stay|choose)|by (?:the )?(?:court|post))(?!\\p{L}))`,
      `(?:prices?|rates?|fees?|SIM [\\d.,]{1,7}) (?:of|for) (?:an? |the |this |each |one ){0,1}(?:\\p{L}{2,12} )?(?:child|minor|kid|infant|teen|teenager|pupil)(?! (?:check|protection|care|seat|seats|desk|services?|support)(?!\\p{L}))`,
      `${MINORS} (?:costs?|cost|brings? in|earns?|earned) (?:SIM|\\d|more|less|most|twice|a lot)`,
      `(?:sells?|sold|rents?(?: out)?|offers?|orders?|books?|buys?|bought|advertis(?:es?|ed)) (?:an? |the |this |that |his |her |their |two |three |several |many )?(?:\\p{L}{2,12} )?(?:child|children|minors|minor|kids|pupils|teens|teenagers|infants?)(?![’'])(?! (?:(?:and|or|for) )?(?:check|checks|protection|care|seat|seats|desk|services?|support|help|advice|clothes|books?|menus?)(?!\\p{L}))`,
    ),
  },
  {
    id: 'term',
    rule: 'C13',
    near: beginnings(...STEMS, 'porn', 'prostitution', 'sex'),
    pattern: wording(
      "(?:child|kiddie|kid|infant|minor|teen|teenage|juvenile|under ?age)[’']?s? (?:porn\\p{L}{0,8}|erotica|sex(?!(?:ual)| (?:offence|offences|trafficking|abuse|exploitation))|prostitut\\p{L}{1,6}|brothels?|escorts?|hookers?|sex workers?|slaves?|lovers?)",
      '(?:porn\\p{L}{0,8}|prostitution|sex) (?:with|of|by) (?:an? |the )?(?:child|children|minors?|kids?|teens?|teenagers?)',
    ),
    except: wording(
      '(?:protocol|convention|directive|act|resolution|recommendation|rapporteur|article \\d+)(?: (?:on|of|concerning|about|against|and|the|to|optional|for|rights|child|children|sale|sexual|combating|abuse|exploitation),?){0,14} child (?:prostitution|pornography)(?: and child (?:pornography|prostitution))?',
    ),
    isTermOfLaw: true,
  },
];
