/** Values that a message leaves open, written `{name}` in its text. */
export type MessageParams = Readonly<Record<string, string | number>>;

/**
 * A look-up over the messages of one capability, so that a page loads only the words it shows.
 * Keys are checked by the compiler; a parameter that is not given stays visible as `{name}`.
 */
export function translator<Messages extends Readonly<Record<string, string>>>(messages: Messages) {
  return (key: keyof Messages & string, params: MessageParams = {}): string =>
    (messages[key] as string).replace(/\{(\w+)\}/g, (slot, name: string) =>
      Object.hasOwn(params, name) ? String(params[name]) : slot,
    );
}
