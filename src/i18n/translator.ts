import { pluralOf, sayNumber } from './locale.ts';

/** Values that a message leaves open, written `{name}` in its text. */
export type MessageParams = Readonly<Record<string, string | number>>;

type Keyed = Readonly<Record<string, string>>;

/** The messages that count something: each has a form under `<key>.one`, and one for all other numbers. */
type CountKey<Messages extends Keyed> = keyof {
  [Key in keyof Messages & string as Key extends `${infer Base}.one`
    ? Base extends keyof Messages
      ? Base
      : `${Base}.other` extends keyof Messages
        ? Base
        : never
    : never]: true;
} &
  string;

/** A look-up over the messages of one capability. */
export interface Translate<Messages extends Keyed> {
  (key: keyof Messages & string, params?: MessageParams): string;
  /**
   * The message under `<key>.<form>`, by the form that the language of the page has for this number, else under
   * `<key>.other`, else under the key itself. It finds the number in `{count}`.
   */
  count(key: CountKey<Messages>, count: number, params?: MessageParams): string;
}

/** The key of the form that goes with a number: the key itself where the message has no forms. */
export function formOf(messages: Keyed, key: string, number: number): string {
  const forms = [`${key}.${pluralOf(number)}`, `${key}.other`];
  return forms.find((form) => Object.hasOwn(messages, form)) ?? key;
}

/**
 * A look-up over the messages of one capability, so that a page loads only the words it shows.
 * Keys are checked by the compiler; a parameter that is not given stays visible as `{name}`.
 */
export function translator<Messages extends Keyed>(messages: Messages): Translate<Messages> {
  const say = (key: string, params: MessageParams = {}): string =>
    (messages[key] as string).replace(/\{(\w+)\}/g, (slot, name: string) =>
      Object.hasOwn(params, name) ? String(params[name]) : slot,
    );
  const count = (key: string, number: number, params: MessageParams = {}): string =>
    say(formOf(messages, key, number), { count: sayNumber(number), ...params });
  return Object.assign(say, { count });
}
