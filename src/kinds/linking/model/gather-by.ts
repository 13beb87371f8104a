/** Groups things by name, in the order in which the names first occur. */
export function gatherBy<Thing>(things: readonly Thing[], nameOf: (thing: Thing) => string | number): Thing[][] {
  const gathered = new Map<string | number, Thing[]>();
  for (const thing of things) {
    const name = nameOf(thing);
    const known = gathered.get(name);
    if (known) known.push(thing);
    else gathered.set(name, [thing]);
  }
  return [...gathered.values()];
}
