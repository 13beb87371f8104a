import type { Issue } from '#kernel/model/issue.ts';
import { cardAt } from './card-numbers.ts';
import { digitRuns } from './digit-runs.ts';
import { matchesOf, type TextFinding, toIssues } from './finding.ts';
import type { Passage } from './passage.ts';

/** Sums in real currencies. Lessons may cite such sums. */
const CODES = 'USD|EUR|GBP|CHF|RUB|UAH|PLN|CZK|SEK|NOK|DKK|HUF|RON|BGN|TRY|CAD|AUD|JPY|CNY|BTC|ETH|XMR|USDT';
const REAL_MONEY = [
  /[€£¥₽₴₺₹₩₪₿₸₾]|\$ ?\d|\d ?\$/gu,
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${CODES}) ?\\d|\\d ?(?:${CODES})(?![\\p{L}\\p{N}])`, 'gu'),
  /\d ?(?:euros?|dollars?|rou?bles?|pounds sterling|francs|bitcoins?)(?!\p{L})/giu,
];

/** A payment handle: a dollar sign and a name. Handles of the simulation begin with `$sim-`. */
const HANDLES = /(?<![\p{L}\p{N}$\\])\$(?!sim-[a-z0-9])[\p{L}_][\p{L}\p{N}_-]{2,40}/giu;

/**
 * Strings with the form of a cryptocurrency key or address. Those of the simulation begin with `SIMCOIN-`. A file
 * digest may begin with `bc1`; but its length is a multiple of eight, which is never that of an address (BIP 173: four
 * characters, and the bytes in groups of five bits, plus six).
 */
const COIN_ADDRESSES = [
  /(?<![\p{L}\p{N}-])(?!(?:[0-9a-f]{8}){4,16}(?![\p{L}\p{N}]))(?:bc1|ltc1|addr1)[a-z0-9]{25,100}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}-])0x[0-9a-fA-F]{40}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}-])(?=[1-9A-HJ-NP-Za-km-z]{0,100}[A-Z])(?=[1-9A-HJ-NP-Za-km-z]{0,100}[a-z])(?=[A-Za-z]{0,100}[1-9])[13LMDTr][1-9A-HJ-NP-Za-km-z]{25,34}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}-])[48][0-9AB][1-9A-HJ-NP-Za-km-z]{93}(?![\p{L}\p{N}])/gu,
];

/** Two letters of a country, two check digits, and up to thirty more characters, spaced or not. */
const IBAN = /(?<![\p{L}\p{N}])([A-Z]{2})\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu;

/** Country codes with IBANs, and XK, which is in use although it is not an ISO code. */
const IBAN_COUNTRIES = new Set(
  'AD AE AL AT AZ BA BE BG BH BI BR BY CH CR CY CZ DE DJ DK DO EE EG ES FI FK FO FR GB GE GI GL GR GT HN HR HU IE IL IQ IS IT JO KW KZ LB LC LI LT LU LV LY MC MD ME MK MN MR MT MU NI NL NO OM PK PL PS PT QA RO RS RU SA SC SD SE SI SK SM SO ST SV TL TN TR UA VA VG XK YE'.split(
    ' ',
  ),
);

/** C11: only money, payment handles, accounts and coins of the simulation, and no possible card number. */
export function checkMoney(passage: Passage): Issue[] {
  const { text, kind } = passage;
  const mayBeReal = kind === 'lesson';
  return toIssues('C11', passage, [
    ...(mayBeReal ? [] : [...REAL_MONEY, HANDLES].flatMap((pattern) => matchesOf(text, pattern))),
    ...COIN_ADDRESSES.flatMap((pattern) => matchesOf(text, pattern)),
    ...realAccounts(text),
    ...cards(text),
  ]);
}

/**
 * Accounts with the code of a real country. XA to XJ, XL to XZ and ZZ are user-assigned, and other codes are no
 * country.
 */
function* realAccounts(text: string): Generator<TextFinding> {
  for (const match of text.matchAll(IBAN))
    if (IBAN_COUNTRIES.has(match[1] ?? '')) yield { at: match.index, text: match[0] };
}

function* cards(text: string): Generator<TextFinding> {
  for (const { at, lead, groups, marks } of digitRuns(text)) {
    let place = at + lead.length;
    for (let n = 0; n < groups.length && lead !== '+'; n++) {
      const size = cardAt(groups, n);
      if (size > 0) yield { at: place, text: groups.slice(n, n + size).join(' ') };
      place += (groups[n] as string).length + (marks[n]?.length ?? 0);
    }
  }
}
