import type { Issue } from '#kernel/model/issue.ts';
import type { AllowedWords } from './allowed-words.ts';
import { checkCharacters } from './check-characters.ts';
import { checkChildImages, checkTestCards } from './check-closed-cards.ts';
import { checkContentLevel } from './check-content-level.ts';
import { checkCopiedWords } from './check-copied-words.ts';
import { checkDomains } from './check-domains.ts';
import { checkLabelsAsFields } from './check-labels-as-fields.ts';
import { checkLinks } from './check-links.ts';
import { checkMachineAddresses } from './check-machine-addresses.ts';
import { checkMarking } from './check-marking.ts';
import { checkMediaFields, checkPictures } from './check-media.ts';
import { checkMoney } from './check-money.ts';
import { checkSurnames, checkWorkingNames } from './check-names.ts';
import { checkPersonLabels } from './check-person-labels.ts';
import { checkPhoneFields, checkPhones } from './check-phones.ts';
import { checkAddresses, checkTowns } from './check-places.ts';
import { checkPricesForActs } from './check-prices-for-acts.ts';
import { checkRealNames } from './check-real-names.ts';
import { checkRealPlaces } from './check-real-places.ts';
import { checkWithheldAds } from './check-withheld.ts';
import { checkWording } from './check-wording.ts';
import { checkWords } from './check-words.ts';
import { checkYouth } from './check-youth.ts';
import type { LintedAds, LintedMarket } from './linted-market.ts';
import type { Passage } from './passage.ts';
import { warnOfRealAds } from './warn-of-real-ads.ts';

/** One rule of content safety, as code. Some rules check a text, some the ads of a market, some both. */
export interface SafetyRule {
  readonly id: `C${number}`;
  /** What the rule protects. */
  readonly guards: string;
  readonly check: {
    /** Checks one text, generated or authored, as a reader sees it. */
    readonly text?: (passage: Passage) => Issue[];
    /** Checks the characters of one text as written. */
    readonly characters?: (passage: Passage) => Issue[];
    /** Checks the ads of a market, or of a part of one. */
    readonly ads?: (ads: LintedAds, allowed: AllowedWords) => Issue[];
    /** Checks a market apart from its ads. */
    readonly market?: (market: LintedMarket) => Issue[];
    /** Checks any document that may contain cards. */
    readonly document?: (document: unknown, place?: Issue['path']) => Issue[];
  };
}

const checkHarm = checkWording('C03', checkPricesForActs);
const checkMinors = checkWording('C13', checkYouth);
const checkLabels = checkWording('C19', checkPersonLabels);

/** The rules that can be checked by code, by their numbers. */
export const SAFETY_RULES: readonly SafetyRule[] = [
  {
    id: 'C01',
    guards: 'Nobody takes an invented market for a real one.',
    check: { market: checkMarking },
  },
  {
    id: 'C02',
    guards: 'No word comes out of the generator that somebody has not put into the lexicon.',
    check: { ads: checkWords },
  },
  {
    id: 'C03',
    guards: 'No text is explicit, and nothing that a person does has a price in it.',
    check: { text: checkHarm },
  },
  {
    id: 'C04',
    guards: 'No picture of a person gets in; media are numbers of tiles and codes of scenes.',
    check: { text: checkPictures, ads: checkMediaFields },
  },
  {
    id: 'C05',
    guards: 'Nobody who lives bears the name of a person in a case.',
    check: { text: checkSurnames, ads: checkWorkingNames },
  },
  {
    id: 'C06',
    guards: 'Nobody lives or works at a place that a case names.',
    check: { text: (passage) => [...checkAddresses(passage), ...checkRealPlaces(passage)], ads: checkTowns },
  },
  {
    id: 'C07',
    guards: 'No telephone rings when somebody dials a number that they have read here.',
    check: { text: checkPhones, ads: checkPhoneFields },
  },
  {
    id: 'C08',
    guards: 'No slip of the finger calls, writes to or opens anything.',
    check: { text: checkLinks },
  },
  {
    id: 'C09',
    guards: 'No address on the web or of mail leads to anybody, unless a source is cited.',
    check: { text: checkDomains },
  },
  {
    id: 'C10',
    guards: 'No address of a machine is one that a machine has.',
    check: { text: checkMachineAddresses },
  },
  {
    id: 'C11',
    guards: 'No account, till, coin or card is one that money could go to.',
    check: { text: checkMoney },
  },
  {
    id: 'C12',
    guards: 'No real platform, firm or case is accused by an invented story.',
    check: { text: checkRealNames },
  },
  {
    id: 'C13',
    guards: 'Of a possible minor nothing is told but neutral facts on a closed card.',
    check: { text: checkMinors, ads: checkWithheldAds },
  },
  {
    id: 'C14',
    guards: 'A test card could not persuade anybody of anything.',
    check: { document: checkTestCards },
  },
  {
    id: 'C15',
    guards: 'No sign comes out that somewhere is a code, and none that a reader cannot see.',
    check: { characters: checkCharacters },
  },
  {
    id: 'C16',
    guards: 'What may be a picture of a child cannot be seen or fetched.',
    check: { document: checkChildImages },
  },
  {
    id: 'C18',
    guards: 'Where a person comes from, which gender and which language they have is a field and never a hint.',
    check: { ads: checkLabelsAsFields },
  },
  {
    id: 'C19',
    guards: 'Nobody is called by a label or an insult.',
    check: { text: checkLabels },
  },
  {
    id: 'C21',
    guards: 'Nobody reads of something heavier than the notice before it has said.',
    check: { text: checkContentLevel },
  },
  {
    id: 'C26',
    guards: 'Nothing real is brought in with a pasted text.',
    check: { text: warnOfRealAds },
  },
  {
    id: 'C27',
    guards: 'The words are our own: no sentence is taken over from the report behind the kit.',
    check: { text: checkCopiedWords },
  },
];
