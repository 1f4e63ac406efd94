import { beforeAll, expect, test } from 'vitest';
import { buildHouse, type House } from '../platform/use-case/index.ts';
import { tree } from '../tree.gen.ts';
import { describeApi } from './api.ts';

interface Operation {
  summary?: string;
  operationId?: string;
  parameters?: { name: string; in: string; required?: boolean; schema?: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
}

let house: House;
let document: {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
};

beforeAll(async () => {
  house = buildHouse(tree, { unfinished: true });
  document = (await describeApi(house, { title: 'Rostok', version: '0.1.0' })) as never;
});

const operations = () =>
  Object.entries(document.paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod).map(([method, operation]) => ({ path, method, operation })),
  );

test('is of version 3.1 and names the house', () => {
  expect(document.openapi).toMatch(/^3\.1\.\d+$/);
  expect(document.info).toMatchObject({ title: 'Rostok' });
});

test('describes every entry of every contract, at its own path and method', () => {
  const wanted = [...house.contracts.values()].flatMap((contract) =>
    Object.values(contract).map((entry) => {
      const { method, path } = entry['~orpc'].route as { method: string; path: string };
      return `${method.toLowerCase()} ${path}`;
    }),
  );
  expect(new Set(wanted).size).toBe(wanted.length);
  expect(
    operations()
      .map(({ method, path }) => `${method} ${path}`)
      .sort(),
  ).toEqual(wanted.sort());
});

test('gives each operation an id, a summary and an answer with data and can', () => {
  const ids = operations().map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { path, operation } of operations()) {
    expect(operation.summary, path).toBeTruthy();
    const schema = operation.responses['200']?.content?.['application/json']?.schema;
    expect(schema, path).toMatchObject({ type: 'object', properties: { can: {} } });
    expect((schema as { required: string[] }).required, path).toContain('can');
  }
});

test('names every parameter that a path holds', () => {
  for (const { path, method, operation } of operations()) {
    const held = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const named = (operation.parameters ?? []).filter((one) => one.in === 'path').map(({ name }) => name);
    expect(named.sort(), `${method} ${path}`).toEqual(held.sort());
  }
});

test('points nowhere: every $ref is found', () => {
  const lost: string[] = [];
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) look(one);
    else if (value && typeof value === 'object') {
      const { $ref } = value as { $ref?: string };
      if (typeof $ref === 'string' && $ref.startsWith('#/components/')) {
        const at = $ref
          .slice(2)
          .split('/')
          .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document);
        if (!at) lost.push($ref);
      }
      for (const one of Object.values(value)) look(one);
    }
  };
  look(document);
  expect(lost).toEqual([]);
});
