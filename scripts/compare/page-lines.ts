import { createHash } from 'node:crypto';
import { computeAccessibleName, getRole } from 'dom-accessibility-api';
import { type Element, type Node, type Text, Window } from 'happy-dom';
import { withoutBuildNames } from './without-build-names.ts';

/** Never shown or read out, and named after files and hashes of the build. */
const OF_THE_BUILD = new Set(['style', 'link']);

/** Attributes that say how something looks, and those that Astro and Svelte derive from paths and hashes. */
const NOT_COMPARED =
  /^(?:class|style|uid|component-url|renderer-url|before-hydration-url|data-astro-.+|nonce|integrity)$/;

/** Roles that say nothing of an element. */
const NO_ROLE = new Set(['generic', 'presentation', 'none']);

/** No style sheet is read: only `hidden` hides, and text of a style sheet is in no name. */
const styleOf = (element: Element) => {
  const styles = {
    display: element.hasAttribute('hidden') ? 'none' : 'block',
    visibility: 'visible',
    content: 'none',
  };
  return {
    ...styles,
    getPropertyValue: (name: string) => Object.entries(styles).find(([of]) => of === name)?.[1] ?? '',
  };
};

const parser = new new Window({ url: 'https://checkathon.example/' }).DOMParser();

/**
 * What readers and screen readers get of a page, in its order, one line each: every text, and every element that has a
 * role or an attribute, with its accessible name and all attributes. Classes, and names of built files, are left out.
 */
export function pageLines(html: string): string[] {
  return [...linesOf(parser.parseFromString(html, 'text/html').documentElement)];
}

function* linesOf(node: Node): Generator<string> {
  if (isText(node)) {
    const text = spaced(node.data);
    if (text !== '') yield `text ${withoutBuildNames(text)}`;
  } else if (isElement(node)) {
    const tag = node.localName;
    if (OF_THE_BUILD.has(tag) || isPolicy(node)) return;
    if (tag === 'script') yield* linesOfScript(node);
    else {
      const line = lineOf(node);
      if (line !== '') yield `<${tag}> ${line}`;
      for (const child of node.childNodes) yield* linesOf(child);
    }
  }
}

/** Role, name and attributes of an element; empty where it has none of them. */
function lineOf(element: Element): string {
  const role = getRole(element) ?? '';
  const told = role === '' || NO_ROLE.has(role) ? [] : [role, JSON.stringify(nameOf(element))];
  return [...told, ...attributesOf(element)].join(' ');
}

const nameOf = (element: Element): string =>
  withoutBuildNames(spaced(computeAccessibleName(element, { getComputedStyle: styleOf })));

const attributesOf = (element: Element): string[] =>
  [...element.attributes]
    .filter(({ name }) => !NOT_COMPARED.test(name))
    .map(({ name, value }) => `${name}=${JSON.stringify(withoutBuildNames(spaced(value ?? '')))}`)
    .sort();

/** A script counts where it holds data, as those of a packed case do; a packed worker is a program. */
function* linesOfScript(script: Element): Generator<string> {
  const type = script.getAttribute('type') ?? '';
  const isProgram = type === '' || type === 'module' || script.getAttribute('data-file')?.endsWith('.js');
  if (isProgram) return;
  const digest = createHash('sha256')
    .update(withoutBuildNames(script.textContent ?? ''))
    .digest('hex');
  yield `<script> ${attributesOf(script).join(' ')} of ${digest.slice(0, 16)}`;
}

/** The content security policy lists hashes of styles and scripts. */
const isPolicy = (element: Element) => element.localName === 'meta' && element.hasAttribute('http-equiv');

const spaced = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

const isElement = (node: Node): node is Element => node.nodeType === 1;
const isText = (node: Node): node is Text => node.nodeType === 3;
