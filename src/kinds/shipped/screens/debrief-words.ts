import type { KindWords } from '#case/exercise/model/kind-words.ts';
import { createServices } from '#case/exercise/model/registry.ts';
import type { KindName } from '#kinds/shipped/model/kinds.ts';
import courtroom from '#words/kinds/courtroom/debrief.json' with { type: 'json' };
import detection from '#words/kinds/detection/debrief.json' with { type: 'json' };
import ledger from '#words/kinds/ledger/debrief.json' with { type: 'json' };
import linking from '#words/kinds/linking/debrief.json' with { type: 'json' };
import mapping from '#words/kinds/mapping/debrief.json' with { type: 'json' };
import platformTest from '#words/kinds/platform-test/debrief.json' with { type: 'json' };
import policy from '#words/kinds/policy/debrief.json' with { type: 'json' };
import preservation from '#words/kinds/preservation/debrief.json' with { type: 'json' };
import requests from '#words/kinds/requests/debrief.json' with { type: 'json' };

/** What shared screens say of each kind at the end of a case, in the words of the locale that is built. */
export const KIND_DEBRIEF_WORDS = createServices<KindWords, KindName>(
  { service: 'debriefWords', inKind: 'words/en/debrief.json', inShipped: 'screens/debrief-words.ts' },
  {
    'platform-test': platformTest,
    courtroom,
    detection,
    ledger,
    linking,
    mapping,
    policy,
    preservation,
    requests,
  },
);
