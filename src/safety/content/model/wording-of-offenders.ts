import { beginnings, wording } from './wording-patterns.ts';
import type { WordingRule } from './wording-rule.ts';

/** Said of somebody by whom something was done: a doubt, or a judgment that is final. */
const WITH_DOUBT = '(?:suspected|alleged|possible|presumed|accused|convicted|sentenced|supposed|unknown)';

const OFFENDER =
  '(?:(?:human |people |child |sex |organ )?trafficker|(?:human |people )?smuggler|slave ?(?:driver|owner|master|holder|trader)|perpetrator|wrongdoer|gangster|mobster|crook|thug|villain|bad guy|baddie)';
const OFFENDERS = `(?:${OFFENDER}s|criminals|baddies)`;
const ANY_OFFENDER = `(?:${OFFENDER}|${OFFENDERS})`;

/** What somebody does in a story. Of offenders as a class a text may say what they choose, use and gain. */
const STORY_VERB =
  '(?:are|were|had|wait(?:ed)?|sit|sat|stand|stood|read|came|come|took|take|drove|drive|lock(?:ed)?|beat|kept|keep|hold|held|brought|bring|call(?:ed)?|ask(?:ed)?|watch(?:ed)?|follow(?:ed)?|sold|sell|live|lived|threaten(?:ed)?|answer(?:ed)?|open(?:ed)?)';
const STORY_OBJECT =
  '(?:her|him|them|at|in|on|to|outside|behind|by|the|a|his|their|there|here|back|up|down|away|for|from|with|waiting|standing|sitting|gone)';

/** Where a text speaks of the law, and nobody is called anything. */
const IN_LAW = wording(
  `(?:law|laws|convention|protocol|directive|regulation|act|code|statute|provision|court|courts|judgment|article \\d+[a-z]?|section \\d+|paragraph \\d+)(?: \\(?\\p{L}{0,3}\\d{0,3}\\)?)?(?: of (?:the )?\\p{L}{2,20}(?: \\p{L}{2,20})?)? (?:calls?|names?|defines?|punish(?:es)?|means|covers?|says|speaks? of|mentions?|uses|applies to|apply to|reaches|reach|binds?|against|on)(?: \\p{L}{1,14}){0,4} ["“„«‘']?${ANY_OFFENDER}["”“»’']?`,
  `(?:offences?|liability|punishment|intent|intention|definition|conviction|prosecution|sentencing|term|word|knowledge|fault|responsibility|assets|proceeds) of (?:a |the |an )?["“„«‘']?${ANY_OFFENDER}["”“»’']?`,
  `${WITH_DOUBT} (?:human |people )?${ANY_OFFENDER}`,
);

/** C19: nobody is called an offender before a court has said so. The law, and offenders as a class, may be spoken of. */
export const OFFENDER_RULE: WordingRule = {
  id: 'offender',
  rule: 'C19',
  near: beginnings(
    'traffick',
    'smuggl',
    'slave',
    'perpetrator',
    'wrongdo',
    'gangster',
    'mobster',
    'crook',
    'thug',
    'villain',
    'bad',
    'criminal',
    'offender',
  ),
  pattern: wording(
    `${OFFENDER}(?:[’']s?)?`,
    `(?<=(?:the|these|those|his|her|their|our|your|two|three|four|both|all|some|many|several|other|no|\\d+) (?:\\p{L}{2,14} )?)${OFFENDERS}(?:[’']s?)?`,
    `${OFFENDERS} (?:\\p{L}{2,12}ly )?${STORY_VERB} ${STORY_OBJECT}`,
    '(?:the|this|that|another|her|his) offenders? (?:\\p{L}{2,12}ly )?(?:reads?|takes?|took|keeps?|kept|waits?|waited|lives?|lived|calls?|called|answers?|answered|opens?|opened|drives?|drove|fled|escaped|smiles?|counts?)',
    '(?:the|this|that|a|another|our|her|his|their) criminal(?=[.,;:!?)\\]"”’]|$| (?:who|is|was|has|had|reads?|writes?|calls?|answers?|opens?|comes?|waits?|lives?|takes?|keeps?|sells?|and his|and her|himself|herself))',
  ),
  except: IN_LAW,
  isTermOfLaw: true,
};
