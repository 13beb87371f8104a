/** What comes before words that deny them: "nobody is in danger", "without fear". */
const DENIED =
  /\b(?:no|not|nobody|nothing|none|never|neither|nor|without|cannot|can't|hardly|less|free of|instead of|looks like|seems like|as if|whether|before|if)(?: [\w']+){0,3} $/i;

/**
 * Words that say that a choice harms, and how much each weighs. A reason tells with "may" what can go wrong, and with
 * "can" what stays open to the person: each is a weak sign.
 */
const HARMS: readonly (readonly [words: RegExp, weight: number])[] = [
  [
    /\b(?:is|are|be|was|were) (?:punished|moved or silenced|betrayed|exposed|endangered|put (?:at risk|in danger|under pressure))\b/gi,
    2,
  ],
  [/\b(?:puts?|brings?|places?) [\w' ]{0,30}(?:at risk|in(?:to)? danger|under pressure)\b/gi, 2],
  [/\b(?:harms?|endangers?|betrays?|silences?|shames?|humiliates?)\b/gi, 2],
  [/\b(?:false|empty|broken) promises?\b/gi, 2],
  [/\b(?:cannot|can't) be (?:undone|kept|taken back|relied on)\b/gi, 2],
  [/\b(?:unlawful|illegal|forbidden|reckless|careless|a breach)\b/gi, 2],
  [/\b(?:the|a) price (?:of|for)\b/gi, 2],
  [
    /\bmay (?:never|no longer|lose|be (?:lost|moved|punished|harmed|recognised|held against)|not (?:be able|believe|return|come|ring|report|speak))\b/gi,
    1,
  ],
  [
    /\b(?:may|can|could|might) (?:lead to (?:questions|harm|others)|give up|have to answer|be (?:questioned|hurt|frightened))\b/gi,
    1,
  ],
  [/\bcourt may (?:refuse|doubt|leave|give (?:little|less|the statement less)|set|not)\b/gi, 1],
  [/\b(?:nobody|no one)(?: has| had)? (?:asked|warned|told|agreed|approved)\b/gi, 1],
  [/\b(?:was|were|is|are|has|have|had) not (?:been )?(?:asked|told|warned|agreed)\b/gi, 1],
  [/\bwithout (?:asking|knowing|consent|the person)\b/gi, 1],
  [/\b(?:danger|fear|frightened|punished|pressure|harm)\b/gi, 1],
  [/\bhard to (?:defend|rely|believe|take back)\b/gi, 1],
  [/\b(?:is|are|be) lost\b/gi, 1],
  [/\bmay\b/gi, 0.5],
];

/** Words that say that a choice does good. */
const HELPS: readonly (readonly [words: RegExp, weight: number])[] = [
  [/\b(?:protects?|respects?|safeguards?|empowers?)\b/gi, 2],
  [/\b(?:is|are|stays?|remains?|keeps? [\w' ]{0,20}) (?:safe|protected|respected|unharmed)\b/gi, 2],
  [/\bthe choice (?:is|stays|remains)\b/gi, 2],
  [
    /\b(?:freely|by (?:her|his|their) own choice|with (?:her|his|their|informed) consent|informed (?:choice|consent))\b/gi,
    2,
  ],
  [
    /\bcan (?:decide|choose|plan|refuse|claim|complain|compare|say (?:no|so)|see what|test|be (?:checked|tested|read|shown|opened))\b/gi,
    1,
  ],
  [/\b(?:decides?|decided|chooses|chose) (?:line|what|which|when|whether|how|the|himself|herself|for)\b/gi, 1],
  [/\bknows? (?:enough|what|whom|two|which|who|when|where|that help)\b/gi, 1],
  [/\b(?:is|are|was|were) (?:asked|told|heard|informed|free)\b/gi, 1],
  [/\b(?:stays?|remains?|is|are) open\b/gi, 1],
  [/\b(?:safe|safely|trust|help(?:s|ed)?|support(?:s|ed)?)\b/gi, 1],
  [/\b(?:nobody|nothing|no one|neither) [\w' ]{0,30}(?:harm(?:s|ed)?|danger|lost|deleted|broken|promised)\b/gi, 1],
  [/\bwithout (?:fear|pressure|harm|danger)\b/gi, 1],
  [/\bcan\b/gi, 0.5],
];

/**
 * What the words of a reason lean to: above 0 they tell of help, below 0 of harm. A rough measure that reads phrases and
 * no meaning: a caller asks about it and does not decide by it. English only.
 */
export function reasonTone(reason: string): number {
  return weigh(reason, HELPS, false) - weigh(reason, HARMS, true);
}

/** Sum of the weights of the words found, each place counted once; `isDenied` leaves out those that are denied. */
function weigh(reason: string, list: typeof HARMS, readsDenial: boolean): number {
  let left = reason;
  let sum = 0;
  for (const [words, weight] of list)
    left = left.replaceAll(words, (found, ...rest) => {
      const at = rest.find((one): one is number => typeof one === 'number') ?? 0;
      const sentence = left.slice(0, at).split(/[.;:]/).at(-1) ?? '';
      if ((readsDenial || !/^(?:nobody|nothing|no one|neither|without)/i.test(found)) && DENIED.test(sentence))
        return found;
      sum += weight;
      return '~';
    });
  return sum;
}
