/** Every name by which the tests find something on the case page. They come from the site's own messages. */

import { translator } from '#i18n/translator.ts';
import fileMessages from '#words/case/attempt-file.json' with { type: 'json' };
import bandMessages from '#words/case/bands.json' with { type: 'json' };
import caseMessages from '#words/case/case.json' with { type: 'json' };
import debriefMessages from '#words/case/debrief.json' with { type: 'json' };
import reachMessages from '#words/case/decision.json' with { type: 'json' };
import oldMessages from '#words/case/old-attempt.json' with { type: 'json' };
import deviceMessages from '#words/case/on-this-device.json' with { type: 'json' };
import scoringMessages from '#words/case/scoring.json' with { type: 'json' };
import sentences from '#words/case/sentences.json' with { type: 'json' };
import lockerMessages from '#words/evidence/evidence.json' with { type: 'json' };
import findSays from '#words/kinds/detection/debrief.json' with { type: 'json' };
import findMessages from '#words/kinds/detection.json' with { type: 'json' };
import workbenchSays from '#words/kinds/preservation/debrief.json' with { type: 'json' };
import workbenchMessages from '#words/kinds/preservation.json' with { type: 'json' };
import marketMessages from '#words/market/market.json' with { type: 'json' };
import controlMessages from '#words/room/control.json' with { type: 'json' };
import roomMessages from '#words/room/room.json' with { type: 'json' };
import workshopMessages from '#words/room/workshop.json' with { type: 'json' };

let tongue = (text: string): string => text;

/** From now on the tests look for what a site in another locale says; `said` gives it for each text of the source. */
export function speak(said: (text: string) => string): void {
  tongue = said;
}

/** Messages as the site that is looked at says them. */
const spoken = <Messages extends Record<string, string>>(messages: Messages): Messages =>
  new Proxy(messages, { get: (texts, key) => tongue(texts[String(key)] as string) });

export const words = {
  band: translator(spoken(bandMessages)),
  workbench: translator(spoken(workbenchMessages)),
  case: translator(spoken(caseMessages)),
  criterion: translator(spoken({ ...scoringMessages, ...findSays, ...workbenchSays })),
  control: translator(spoken(controlMessages)),
  debrief: translator(spoken(debriefMessages)),
  file: translator(spoken(fileMessages)),
  device: translator(spoken(deviceMessages)),
  find: translator(spoken(findMessages)),
  locker: translator(spoken(lockerMessages)),
  market: translator(spoken(marketMessages)),
  old: translator(spoken(oldMessages)),
  reach: translator(spoken(reachMessages)),
  room: translator(spoken(roomMessages)),
  said: translator(spoken({ ...sentences, ...workbenchSays })),
  scoring: translator(spoken(scoringMessages)),
  team: translator(spoken(workshopMessages)),
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
