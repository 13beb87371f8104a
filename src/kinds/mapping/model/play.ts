import type { KindPlay } from '#case/exercise/model/kind-play.ts';
import type { Codes } from './code-agreement.ts';

/** The trainee's entry for one site; everything but its id is optional. */
export interface RegisteredSite {
  readonly site: string;
  /** Name of the owner: sites under one name are taken to have one owner. */
  readonly owner?: string;
  /** The site whose ads it copies. */
  readonly mirrorOf?: string;
  /** Estimated number of ads on the site, and how many were examined for the estimate. */
  readonly volume?: number;
  readonly sample?: number;
}

/** A site to act on, and why. */
export interface RankedSite {
  readonly site: string;
  readonly reason: string;
}

/** Notes of a map besides its figures: its question, what signs mean here, privacy, and the destruction of its data. */
export const MAP_NOTES = ['question', 'context', 'privacy', 'destruction'] as const;
export type MapNote = (typeof MAP_NOTES)[number];

/** The decision about a sign on which two coders differ. */
export interface SettledCode {
  readonly ad: string;
  readonly sign: string;
  readonly present: boolean;
}

export interface MappingResponse {
  readonly register: readonly RegisteredSite[];
  /** Ads marked as copies. */
  readonly duplicates: readonly string[];
  /** Sites to act on, the most urgent first. */
  readonly ranking: readonly RankedSite[];
  /** Ads drawn for coding, in the order of the draw. */
  readonly sample: readonly string[];
  /** Signs that the trainee saw on each ad of the sample; no entry for an ad that was not coded. */
  readonly codes: Codes;
  /** True once the codes were compared with those of the second coder: from then on they are final. */
  readonly compared: boolean;
  readonly settled: readonly SettledCode[];
  readonly notes: Readonly<Partial<Record<MapNote, string>>>;
}

/** The actions of the kind, as the log keeps them. An action on a site that is not registered changes nothing. */
export type MappingAction =
  | { readonly type: 'site.registered'; readonly site: string }
  | { readonly type: 'site.removed'; readonly site: string }
  /** An empty name removes the owner; an empty site removes the mirror. */
  | { readonly type: 'owner.linked'; readonly site: string; readonly owner: string }
  | { readonly type: 'mirror.noted'; readonly site: string; readonly of: string }
  | { readonly type: 'volume.estimated'; readonly site: string; readonly volume: number; readonly sample: number }
  | { readonly type: 'duplicate.marked'; readonly ad: string }
  | { readonly type: 'duplicate.unmarked'; readonly ad: string }
  /** Places a site at a position of the ranking, counted from 0, or moves it there. */
  | { readonly type: 'site.ranked'; readonly site: string; readonly place: number; readonly reason: string }
  | { readonly type: 'site.unranked'; readonly site: string }
  /** Replaces the sample by these ads; ignored once the codes were compared. See `drawSample`. */
  | { readonly type: 'sample.drawn'; readonly ads: readonly string[] }
  /** All signs seen on an ad of the sample; replaces earlier codes of the ad. */
  | { readonly type: 'ad.coded'; readonly ad: string; readonly signs: readonly string[] }
  /** Compares the codes with those of the second coder; only if every ad of the sample is coded. */
  | { readonly type: 'codes.compared' }
  | { readonly type: 'code.settled'; readonly ad: string; readonly sign: string; readonly present: boolean }
  /** An empty text removes the note. */
  | { readonly type: 'note.written'; readonly about: MapNote; readonly text: string };

/** Name of the part with the codes of the invented second coder, below the address of a case. */
export const SECOND_CODER_PART = 'key/second-coder.json';

export const playMapping: KindPlay<{ response: MappingResponse; action: MappingAction }> = {
  kind: 'mapping',
  showsAds: true,
  empty: {
    register: [],
    duplicates: [],
    ranking: [],
    sample: [],
    codes: {},
    compared: false,
    settled: [],
    notes: {},
  },
  minutes: () => 1,
  // The codes of the second coder open when those of the trainee stand.
  keyParts: ({ states }) => {
    const isCoded = Object.values(states).some(
      (state) => state.type === 'exercise' && state.kind === 'mapping' && state.brief?.coding !== undefined,
    );
    return isCoded ? [SECOND_CODER_PART] : [];
  },
  reduce,
};

function reduce(response: MappingResponse, action: MappingAction): MappingResponse {
  switch (action.type) {
    case 'site.registered': {
      const { site } = action;
      const known = response.register.some((entry) => entry.site === site);
      return known ? response : { ...response, register: [...response.register, { site }] };
    }
    case 'site.removed':
      return {
        ...response,
        register: response.register.filter(({ site }) => site !== action.site),
        ranking: response.ranking.filter(({ site }) => site !== action.site),
      };
    case 'owner.linked':
      return change(response, action.site, ({ owner: _, ...rest }) =>
        action.owner === '' ? rest : { ...rest, owner: action.owner },
      );
    case 'mirror.noted':
      return change(response, action.site, ({ mirrorOf: _, ...rest }) =>
        action.of === '' || action.of === action.site ? rest : { ...rest, mirrorOf: action.of },
      );
    case 'volume.estimated':
      return change(response, action.site, (entry) => ({ ...entry, volume: action.volume, sample: action.sample }));
    case 'duplicate.marked':
      return response.duplicates.includes(action.ad)
        ? response
        : { ...response, duplicates: [...response.duplicates, action.ad] };
    case 'duplicate.unmarked':
      return { ...response, duplicates: response.duplicates.filter((ad) => ad !== action.ad) };
    case 'site.ranked': {
      const { site, place, reason } = action;
      if (!response.register.some((entry) => entry.site === site)) return response;
      const others = response.ranking.filter((entry) => entry.site !== site);
      return { ...response, ranking: others.toSpliced(Math.max(0, place), 0, { site, reason }) };
    }
    case 'site.unranked':
      return { ...response, ranking: response.ranking.filter(({ site }) => site !== action.site) };
    default:
      return reduceCoding(response, action);
  }
}

/** Reducer for actions about the coding, and about the map as a whole. */
function reduceCoding(response: MappingResponse, action: MappingAction): MappingResponse {
  switch (action.type) {
    case 'sample.drawn': {
      if (response.compared) return response;
      const sample = [...new Set(action.ads)];
      const codes = Object.entries(response.codes).filter(([ad]) => sample.includes(ad));
      return { ...response, sample, codes: Object.fromEntries(codes) };
    }
    case 'ad.coded':
      return response.compared || !response.sample.includes(action.ad)
        ? response
        : { ...response, codes: { ...response.codes, [action.ad]: [...new Set(action.signs)] } };
    case 'codes.compared': {
      const whole = response.sample.length > 0 && response.sample.every((ad) => response.codes[ad]);
      return whole ? { ...response, compared: true } : response;
    }
    case 'code.settled': {
      const { ad, sign, present } = action;
      if (!response.compared || !response.sample.includes(ad)) return response;
      const others = response.settled.filter((one) => one.ad !== ad || one.sign !== sign);
      return { ...response, settled: [...others, { ad, sign, present }] };
    }
    case 'note.written': {
      const { [action.about]: _, ...others } = response.notes;
      return { ...response, notes: action.text === '' ? others : { ...others, [action.about]: action.text } };
    }
    default:
      return response;
  }
}

/** The final codes: the trainee's own, changed where a difference was settled otherwise. */
export function finalCodes({ sample, codes, settled }: MappingResponse): Codes {
  return Object.fromEntries(
    sample.flatMap((ad) => {
      const own = codes[ad];
      if (!own) return [];
      const decided = settled.filter((one) => one.ad === ad);
      const kept = own.filter((sign) => !decided.some((one) => one.sign === sign && !one.present));
      const added = decided.filter(({ sign, present }) => present && !own.includes(sign)).map(({ sign }) => sign);
      return [[ad, [...kept, ...added]] as const];
    }),
  );
}

function change(
  response: MappingResponse,
  site: string,
  to: (entry: RegisteredSite) => RegisteredSite,
): MappingResponse {
  return { ...response, register: response.register.map((entry) => (entry.site === site ? to(entry) : entry)) };
}
