import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/builders/the-library.ts';

/** Names that two files may export nevertheless, each with the reason. The list only shrinks. */
const EXCEPTIONS: Readonly<Record<string, string>> = {};

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;

/** The types, interfaces, classes and enums that a text declares and exports under their names. */
function exportedTypes(text: string): string[] {
  const declared = new Map<string, boolean>();
  const listed = new Set<string>();
  for (const statement of ts.createSourceFile('read.ts', text, ts.ScriptTarget.Latest).statements) {
    if (
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isEnumDeclaration(statement)
    ) {
      if (statement.name) declared.set(statement.name.text, isExported(statement));
    } else if (ts.isExportDeclaration(statement) && !statement.moduleSpecifier) {
      const { exportClause } = statement;
      if (exportClause && ts.isNamedExports(exportClause))
        for (const { name, propertyName } of exportClause.elements) listed.add((propertyName ?? name).text);
    }
  }
  return [...declared].flatMap(([name, exported]) => (exported || listed.has(name) ? [name] : []));
}

/** The files that export each name. */
function filesByName(files: readonly (readonly [path: string, text: string])[]): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [path, text] of files)
    for (const name of exportedTypes(text)) found.set(name, [...(found.get(name) ?? []), path]);
  return found;
}

/** Each name that several files export, with those files. */
const severalTimes = (files: readonly (readonly [path: string, text: string])[]) =>
  [...filesByName(files)].flatMap(([name, paths]) => (paths.length > 1 ? [{ name, paths }] : []));

const SOURCES = ['src', 'scripts'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`),
);
const named = severalTimes(SOURCES.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')] as const));

describe('the name of an exported type', () => {
  it('has one meaning: no other file exports it', () => {
    expect(SOURCES.length).toBeGreaterThan(1000);
    const found = named.filter(({ name }) => !Object.hasOwn(EXCEPTIONS, name));
    expect(found.map(({ name, paths }) => `${name}: ${paths.join(', ')}`)).toEqual([]);
  });

  it('is excepted only as long as it needs to be, and with a reason', () => {
    const needed = new Set(named.map(({ name }) => name));
    expect(Object.keys(EXCEPTIONS).filter((name) => !needed.has(name))).toEqual([]);
    for (const reason of Object.values(EXCEPTIONS)) expect(reason).toMatch(/\w/);
  });

  it.each([
    ['two interfaces', 'export interface Place { at: string }', 'export interface Place { seat: number }'],
    ['a type and a class', "export type Place = 'here';", 'export class Place {}'],
    ['an enum and a list of exports', 'export enum Place { Here }', 'type Place = string;\nexport type { Place };'],
  ])('would be found in %s', (_, one, other) => {
    expect(
      severalTimes([
        ['one.ts', one],
        ['other.ts', other],
      ]),
    ).toEqual([{ name: 'Place', paths: ['one.ts', 'other.ts'] }]);
  });

  it('may stand again where it is not exported, or is a value', () => {
    const others = ['interface Place { seat: number }', 'export const Place = 1;', "export { Place } from './one.ts';"];
    expect(
      severalTimes([
        ['one.ts', 'export type Place = string;'],
        ['other.ts', others.join('\n')],
      ]),
    ).toEqual([]);
  });
});
