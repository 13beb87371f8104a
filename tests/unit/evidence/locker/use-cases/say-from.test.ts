import { describe, expect, it } from 'vitest';
import { sayFrom } from '#evidence/locker/use-cases/say-from.ts';
import { translator } from '#i18n/translator.ts';
import messages from '#words/evidence/evidence.json' with { type: 'json' };

const translate = translator(messages);
const say = sayFrom(messages, 'en');
const keys = Object.keys(messages) as (keyof typeof messages)[];

describe('texts sent to a worker', () => {
  it('give the same sentences as on the page, whatever the placeholder values', () => {
    const value = '$& {title} <b>';
    for (const key of keys) {
      const places = [...messages[key].matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, value]);
      const params = Object.fromEntries(places) as Record<string, string>;
      expect(say(key, params)).toBe(translate(key, params));
      expect(say(key)).toBe(translate(key));
    }
  });

  it('show the key if there is no text for it', () => {
    expect(say('report.unheard')).toBe('report.unheard');
  });
});
