/** Words by which a story praises a choice. A consequence says what happens; the debrief says what it was worth. */
const PRAISE =
  /\b(?:rightly|wisely|sensibly|well done|well chosen|well judged|well spotted|good (?:thinking|work|job|call|choice|decision|idea)|(?:excellent|perfect|great|smart|clever|wonderful|admirable) (?:choice|decision|call|idea|step|work|job|answer)|good thing|it is good that|good that (?:you|he|she|it|they)|luckily|fortunately|thankfully|happily|bravo|congratulations|as it should(?: be)?|as planned|to (?:your|everyone's|everybody's) relief|to your credit|exactly what (?:was|is) needed|just what (?:was|is) needed|pays off|paid off|a good (?:decision|choice)|the (?:right|best) (?:choice|decision|call|step|thing|way)|you (?:were|are|have been) right|this was right|that was right|relieved and grateful|can be proud|thanks to (?:you|your))\b/i;

/** Words by which a story blames a choice. */
const BLAME =
  /\b(?:wrongly|unwisely|foolishly|carelessly|recklessly|unfortunately|regrettably|sadly|too bad|(?:was|is) a (?:bad )?(?:mistake|error|failure|bad idea)|your (?:fault|mistake|error|failure)|as (?:was to be|could have been) (?:feared|expected)|(?:you|the unit|the team) (?:should|could|ought to) have|should have known|should never have|if only you|you (?:have )?fail(?:ed)?\b|the (?:wrong|worst) (?:choice|decision|call|step|thing|way)|you (?:were|are) wrong|(?:this|that) was wrong|because of your|backfires?|backfired|to your (?:shame|dismay)|needlessly|for no good reason)\b/i;

/** Words between quotation marks: what a person says, who may judge. */
const SPEECH = /"[^"]*"|“[^“”]*”|„[^„“]*“|«[^«»]*»/g;

/** The first words of a text by which its story praises or blames a choice, outside of direct speech. */
export function judgingWords(text: string): string | undefined {
  const told = text.replaceAll(SPEECH, '""');
  return (PRAISE.exec(told) ?? BLAME.exec(told))?.[0];
}
