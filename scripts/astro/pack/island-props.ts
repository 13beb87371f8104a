/** Types of values in the props of an island, as Astro writes them: a number, then the value. */
const VALUE = 0;
const LIST = 1;

type Written = readonly [type: number, value?: unknown];

/** Reads the props of an island as Astro writes them into a page. Only plain values and lists are known. */
export function readIslandProps(json: string): Record<string, unknown> {
  return membersOf(JSON.parse(json) as Record<string, Written>);
}

function plainValue([type, value]: Written): unknown {
  if (type === LIST) return (value as Written[]).map(plainValue);
  if (type !== VALUE) throw new Error(`A prop of type ${type} cannot be put into a packed case.`);
  return typeof value === 'object' && value !== null ? membersOf(value as Record<string, Written>) : value;
}

const membersOf = (written: Record<string, Written>) =>
  Object.fromEntries(Object.entries(written).map(([name, value]) => [name, plainValue(value)]));
