/** Values that are words and no numbers, by the name of their slot: what follows them may be a verb. */
const WORDS = new Set(
  'ad copy earner file host how item letter manifest mark market measure name named owner pattern platform row seat site state team time who'.split(
    ' ',
  ),
);

/** A slot, and up to two words after it. */
const SLOT = /\{(\w+)\}((?: (?!or )[\p{L}-]+){1,2})/gu;
const PLURAL = /^(?:\p{Ll}{2,}(?<!ou|i|s)s|people|persons|men|women|children)$/u;
/** Words that end like a plural, and are none. */
const NO_NOUN = new Set('has was does its less needs rests shows ends depends times plus minus'.split(' '));
/** Words after a number that end what it counts. */
const LINK =
  /^(?:of|for|on|to|and|in|between|are|have|at|with|without|that|who|were|ahead|behind|a|by|beside|through|has|from)$/;

/** What a text counts in the plural, with the slot of the number: "{n} ads". */
export function countedIn(text: string): string[] {
  return [...text.matchAll(SLOT)].flatMap(([, slot = '', after = '']) => {
    if (WORDS.has(slot)) return [];
    const words = after.trim().split(' ');
    const end = words.findIndex((word) => LINK.test(word));
    const counted = (end < 0 ? words : words.slice(0, end)).find((word) => PLURAL.test(word) && !NO_NOUN.has(word));
    return counted === undefined ? [] : [`{${slot}} ${counted}`];
  });
}

/** The keys of messages that count something and have no form for one, with what they count. */
export function withoutOne(messages: Readonly<Record<string, string>>): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, text] of Object.entries(messages)) {
    const base = key.replace(/\.(?:one|other)$/, '');
    const counted = countedIn(text);
    if (counted.length > 0 && !Object.hasOwn(messages, `${base}.one`)) found.set(key, counted.join(', '));
  }
  return found;
}
