import type { KindWords } from '#case/exercise/model/kind-words.ts';
import type { KindName } from '#kinds/shipped/model/kinds.ts';
import courtroom from '#words/kinds/courtroom/about.json' with { type: 'json' };
import detection from '#words/kinds/detection/about.json' with { type: 'json' };
import ledger from '#words/kinds/ledger/about.json' with { type: 'json' };
import linking from '#words/kinds/linking/about.json' with { type: 'json' };
import mapping from '#words/kinds/mapping/about.json' with { type: 'json' };
import platformTest from '#words/kinds/platform-test/about.json' with { type: 'json' };
import policy from '#words/kinds/policy/about.json' with { type: 'json' };
import preservation from '#words/kinds/preservation/about.json' with { type: 'json' };
import requests from '#words/kinds/requests/about.json' with { type: 'json' };

/**
 * What shared screens and commands say of each kind outside of its debrief, in the words of the locale that is built. The
 * registry stands apart, so that a page which needs the words alone loads nothing of a case.
 */
export const ABOUT_WORDS: Readonly<Record<KindName, KindWords>> = {
  'platform-test': platformTest,
  courtroom,
  detection,
  ledger,
  linking,
  mapping,
  policy,
  preservation,
  requests,
};

/** The same in one table: its sections `handled` and `issue` have keys that are the same in no two kinds. */
export const ABOUT_WORDS_OF_ALL: KindWords = Object.assign({}, ...Object.values(ABOUT_WORDS));
