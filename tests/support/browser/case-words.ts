/** Every name by which the tests find something on the case page. They come from the site's own messages. */

import fileMessages from '#i18n/messages/en/attempt-file.json' with { type: 'json' };
import caseMessages from '#i18n/messages/en/case.json' with { type: 'json' };
import debriefMessages from '#i18n/messages/en/debrief.json' with { type: 'json' };
import findMessages from '#i18n/messages/en/detection.json' with { type: 'json' };
import marketMessages from '#i18n/messages/en/market.json' with { type: 'json' };
import oldMessages from '#i18n/messages/en/old-attempt.json' with { type: 'json' };
import deviceMessages from '#i18n/messages/en/on-this-device.json' with { type: 'json' };
import reachMessages from '#i18n/messages/en/outreach.json' with { type: 'json' };
import benchMessages from '#i18n/messages/en/preservation.json' with { type: 'json' };
import roomMessages from '#i18n/messages/en/room.json' with { type: 'json' };
import scoringMessages from '#i18n/messages/en/scoring.json' with { type: 'json' };
import sentences from '#i18n/messages/en/sentences.json' with { type: 'json' };
import { translator } from '#i18n/translator.ts';

export const words = {
  bench: translator(benchMessages),
  case: translator(caseMessages),
  debrief: translator(debriefMessages),
  file: translator(fileMessages),
  device: translator(deviceMessages),
  find: translator(findMessages),
  market: translator(marketMessages),
  old: translator(oldMessages),
  reach: translator(reachMessages),
  room: translator(roomMessages),
  said: translator(sentences),
  scoring: translator(scoringMessages),
};

/** Matches an accessible name that begins with these very words. */
export function beginning(text: string): RegExp {
  return new RegExp(`^\\s*${escapePattern(text)}`);
}

/** Matches a message whatever stands in its open slots. */
export function anyOf(message: string): RegExp {
  return new RegExp(
    `^\\s*${message
      .split(/\{\w+\}/)
      .map(escapePattern)
      .join('.+')}\\s*$`,
  );
}

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
