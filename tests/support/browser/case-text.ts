import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRequestContext } from '@playwright/test';
import { parse } from 'yaml';
import type { CompiledState } from '#case/language/model/compiled-scenario.ts';
import type { Scene } from '#case/language/model/scenes.ts';
import type { PublicPart } from '#case/parts/use-cases/case-parts.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import { adsSharingPhone } from '#market/ads/model/world-state.ts';
import { REPOSITORY } from './built-site.ts';

export const CASE = 'quiet-number';
export const CASE_PATH = casePath(CASE);

/** A decision and what is chosen in it. */
export type Step = readonly [state: string, option: string];

/** The public part of the case as the site serves it: what a test needs to know which words to look for. */
export class CaseText {
  readonly part: PublicPart;

  constructor(part: PublicPart) {
    this.part = part;
  }

  static async fetch(request: APIRequestContext, id = CASE): Promise<CaseText> {
    const response = await request.get(`${casePath(id)}case.json`);
    return new CaseText((await response.json()) as PublicPart);
  }

  /** Address of the page of the case, below the root of the site. */
  get path(): string {
    return casePath(this.part.scenario.id);
  }

  get initial(): string {
    return this.part.scenario.initial;
  }

  state(id: string): CompiledState {
    const state = this.part.scenario.states[id];
    if (!state) throw new Error(`The case has no state ${id}.`);
    return state;
  }

  /** The state whose title this heading ends with: that of a debrief says more in front of it. */
  stateUnder(heading: string): string | undefined {
    const titled = Object.entries(this.part.scenes).filter(([, { title }]) => title && heading.endsWith(title));
    const longest = Math.max(...titled.map(([, { title }]) => title.length));
    const [found, ...others] = titled.filter(([, { title }]) => title.length === longest);
    if (others.length > 0) throw new Error(`More than one state is called "${heading}".`);
    return found?.[0];
  }

  scene(state: string): Scene {
    const scene = this.part.scenes[state];
    if (!scene) throw new Error(`The case has no state ${state}.`);
    return scene;
  }

  option(state: string, id: string): Scene['options'][number] {
    const option = this.scene(state).options.find((entry) => entry.id === id);
    if (!option) throw new Error(`State ${state} has no option ${id}.`);
    return option;
  }

  /** Whether reasons follow the choice. */
  isRated(state: string): boolean {
    const compiled = this.part.scenario.states[state];
    return compiled?.type === 'decision' && compiled.decision !== undefined;
  }

  /** The ads under the number of the note, in the order of the market. */
  get linkedAds(): readonly string[] {
    const first = this.part.scenario.world[0]?.sharingPhoneWith ?? '';
    return adsSharingPhone(this.part.market, first);
  }

  /** The number of the note. */
  get phone(): string {
    const ad = this.part.market.ads.find(({ id }) => id === this.linkedAds[0]);
    return ad?.versions.at(-1)?.fields.phone ?? '';
  }

  get withheldAd(): string {
    return this.part.market.ads.find(({ withheld }) => withheld)?.id ?? '';
  }

  sign(id: string): string {
    const choice = this.part.choices.find((entry) => entry.id === id);
    if (!choice) throw new Error(`There is no sign ${id}.`);
    return choice.name;
  }
}

/** Address of the page of a case, below the root of the site. */
export function casePath(id: string): string {
  return `cases/${id}/`;
}

/** The answers of a case, as they are authored. */
export function keyOf(id: string): AnswerKey {
  return parse(readFileSync(join(REPOSITORY, 'scenarios', id, 'key.yaml'), 'utf8')) as AnswerKey;
}

/** The model path of the key in the usual role, step by step. No shipped case has steps of another role in it. */
export const modelPath = (id = CASE): readonly Step[] =>
  keyOf(id).model.map(([state, option]): Step => [state, option]);
