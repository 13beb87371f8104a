/** The codes of all sources that an authored document cites, at any depth, each once, in order. */
export function codesCitedIn(document: unknown): string[] {
  const codes = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) {
      const { code, mark, says } = value as Readonly<Record<string, unknown>>;
      if (typeof code === 'string' && typeof mark === 'string' && typeof says === 'string') codes.add(code);
      else Object.values(value).forEach(walk);
    }
  };
  walk(document);
  return [...codes];
}
