import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRequestContext } from '@playwright/test';
import { parse } from 'yaml';
import type { PublicPart } from '#app/case/case-parts.ts';
import { adsSharingPhone } from '#core/market/world-state.ts';
import type { Scene } from '#core/scenario/scenes.ts';
import { REPOSITORY } from './built-site.ts';

export const CASE = 'quiet-number';
export const CASE_PATH = `cases/${CASE}/`;

/** The public part of the case as the site serves it: what a test needs to know which words to look for. */
export class CaseText {
  readonly part: PublicPart;

  constructor(part: PublicPart) {
    this.part = part;
  }

  static async fetch(request: APIRequestContext): Promise<CaseText> {
    const response = await request.get(`${CASE_PATH}case.json`);
    return new CaseText((await response.json()) as PublicPart);
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

/** The model path of the key, step by step. */
export function modelPath(): readonly (readonly [state: string, option: string])[] {
  const key = parse(readFileSync(join(REPOSITORY, 'scenarios', CASE, 'key.yaml'), 'utf8'));
  return key.model;
}
