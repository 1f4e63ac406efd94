import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { pageRoutes } from './pages.ts';

const dir = mkdtempSync(join(tmpdir(), 'rostok-pages-'));
mkdirSync(join(dir, 'assets'));
writeFileSync(join(dir, 'index.html'), '<script nonce="__CSP_NONCE__"></script>');
writeFileSync(join(dir, 'assets/index-a1b2.js'), '1');
writeFileSync(join(dir, 'exam-offline.js'), '2');

const app = Fastify();
pageRoutes(app, { production: false }, pathToFileURL(`${dir}/`));
const cacheOf = async (url: string) => (await app.inject(url)).headers['cache-control'];

test('only files with a hash in their name are kept for a year', async () => {
  expect(await cacheOf('/assets/index-a1b2.js')).toBe('public, max-age=31536000, immutable');
  expect(await cacheOf('/exam-offline.js')).toBe('no-cache');
  expect(await cacheOf('/exams')).toBe('no-store');
});

test('the page is never given raw, by no address', async () => {
  for (const url of ['/', '/index.html', '/exams']) {
    const answer = await app.inject(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).not.toContain('__CSP_NONCE__');
  }
});
