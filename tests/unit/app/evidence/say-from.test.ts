import { describe, expect, it } from 'vitest';
import { sayFrom } from '#app/evidence/say-from.ts';
import { translator } from '#i18n/translator.ts';
import messages from '#words/evidence.json' with { type: 'json' };

const translate = translator(messages);
const say = sayFrom(messages, 'en');
const keys = Object.keys(messages) as (keyof typeof messages)[];

describe('words that were sent to a worker', () => {
  it('say the same as the words of the page, whatever stands in their places', () => {
    const value = '$& {title} <b>';
    for (const key of keys) {
      const places = [...messages[key].matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, value]);
      const params = Object.fromEntries(places) as Record<string, string>;
      expect(say(key, params)).toBe(translate(key, params));
      expect(say(key)).toBe(translate(key));
    }
  });

  it('show the key where there are no words for it', () => {
    expect(say('report.unheard')).toBe('report.unheard');
  });
});
