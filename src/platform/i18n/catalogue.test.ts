import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { flatten, type Nested } from './catalogue.ts';
import { catalogues } from './catalogues.gen.ts';

const src = fileURLToPath(new URL('../../', import.meta.url));

function walk(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(join(dir, entry.name)) : [join(dir, entry.name)],
  );
}

const files = walk(src).map((path) => relative(src, path).split(sep).join('/'));

const PLURAL = /_(zero|one|two|few|many|other)$/;
const PLACEHOLDER = /\{\{\s*([\w.]+)[^}]*\}\}/g;

/** Key without its plural ending → names of everything the texts of that key put in. */
function shapes(messages: Nested): Map<string, Set<string>> {
  const shape = new Map<string, Set<string>>();
  for (const [key, text] of Object.entries(flatten(messages))) {
    const stem = key.replace(PLURAL, '');
    const names = shape.get(stem) ?? new Set<string>();
    for (const [, name] of text.matchAll(PLACEHOLDER)) if (name) names.add(name);
    shape.set(stem, names);
  }
  return shape;
}

const asList = (shape: Map<string, Set<string>>): string[] =>
  [...shape].map(([key, names]) => `${key} {${[...names].sort().join(', ')}}`).sort();

const russian: Record<string, Nested> = catalogues.ru;
const english: Record<string, Nested> = catalogues.en;

describe('catalogues', () => {
  it('exist in both languages for every room', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(russian).sort());
  });

  it.each(Object.keys(russian))('%s says the same in both languages, with the same values in it', (room) => {
    expect(asList(shapes(english[room] ?? {}))).toEqual(asList(shapes(russian[room] ?? {})));
  });

  it.each(Object.keys(russian))('%s has all forms of every plural', (room) => {
    for (const [messages, forms] of [
      [russian[room], ['one', 'few', 'many', 'other']],
      [english[room], ['one', 'other']],
    ] as const) {
      const keys = Object.keys(flatten(messages ?? {}));
      const stems = new Set(keys.filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, '')));
      const missing = [...stems].flatMap((stem) =>
        forms.map((form) => `${stem}_${form}`).filter((key) => !keys.includes(key)),
      );
      expect(missing).toEqual([]);
    }
  });

  it('hold no empty text', () => {
    const empty = Object.entries({ ...russian, ...english }).flatMap(([room, messages]) =>
      Object.entries(flatten(messages)).flatMap(([key, text]) =>
        text.trim() === '' ? [`${room}:${key}`] : [],
      ),
    );
    expect(empty).toEqual([]);
  });
});

/** Words of the office and of foreign trades that the field does not use (design §7). */
const FORBIDDEN = /(?<![а-яё])(слот|кейс|шортлист|оффер|дашборд)[а-яё]*/giu;

function forbiddenIn(text: string): string[] {
  return [...text.matchAll(FORBIDDEN)].map(([word]) => word);
}

describe('words', () => {
  it('the search for forbidden words finds them in any form', () => {
    expect(forbiddenIn('Выберите слот, посмотрите дашборды и Кейсы')).toEqual(['слот', 'дашборды', 'Кейсы']);
    expect(forbiddenIn('золотой слоткин оффлайн')).toEqual(['слоткин']);
  });

  it('no catalogue and no screen says a forbidden word', () => {
    const shown = files.filter((file) => /\.(ru|en)\.ts$|\.(tsx|data\.ts|page\.ts)$/.test(file));
    const found = shown.flatMap((file) =>
      forbiddenIn(readFileSync(join(src, file), 'utf8')).map((word) => `${file}: ${word}`),
    );
    expect(found).toEqual([]);
  });
});

/**
 * What may speak outside a catalogue: data, tests, generated files; papers, which are Russian only; dated settings,
 * which name the document they come from; words by which cells of people's files are recognised, never shown.
 * Any other file must say why in a line `// cyrillic: …` at its top.
 */
const MAY_SPEAK =
  /((^|\/)(settings|[^/]+\.(ru|en|test|data|gen))\.tsx?$)|(^|\/)(data|demo|papers|fixtures|testing|normalise)\//;
const EXCUSE = /^\/\/ cyrillic: \S.{9,}/m;
/** A whole word: single letters and ranges of letters are how texts are worked on, not what is said. */
const SPEECH = /[а-яёА-ЯЁ]{3,}/u;

function speechOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8');
  if (!SPEECH.test(text) || EXCUSE.test(text.slice(0, 2000))) return [];
  const kind = file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const says =
      ts.isStringLiteral(node) ||
      ts.isNoSubstitutionTemplateLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node) ||
      ts.isJsxText(node);
    if (says && SPEECH.test(node.text)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file}:${line + 1} ${node.text.trim().slice(0, 60)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('code', () => {
  it('says nothing itself: every text people see is in a catalogue', () => {
    const code = files.filter((file) => /\.tsx?$/.test(file) && !MAY_SPEAK.test(file));
    expect(code.flatMap(speechOf)).toEqual([]);
  });
});
