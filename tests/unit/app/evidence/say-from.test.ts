import { describe, expect, it } from 'vitest';
import { sayFrom } from '#app/evidence/say-from.ts';
import { translator } from '#i18n/translator.ts';
import messages from '#words/evidence.json' with { type: 'json' };

const translate = translator(messages);
const say = sayFrom(messages, 'en');
const keys = Object.keys(messages) as (keyof typeof messages)[];

describe('messages that were sent to a worker', () => {
  it('give the same text as on the page, for any values', () => {
    const value = '$& {title} <b>';
    for (const key of keys) {
      const places = [...messages[key].matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, value]);
      const params = Object.fromEntries(places) as Record<string, string>;
      expect(say(key, params)).toBe(translate(key, params));
      expect(say(key)).toBe(translate(key));
    }
  });

  it('show the key where the message is missing', () => {
    expect(say('report.unheard')).toBe('report.unheard');
  });
});
