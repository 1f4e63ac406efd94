/** Every page of the portal by a role that may open it: axe, the width of a phone, pictures of both widths. */
import { afterAll, beforeAll, vi } from 'vitest';
import { openPortal, type Portal } from './support/portal.ts';
import { everyPage } from './walks/every-page.ts';

vi.setConfig({ testTimeout: 1_200_000 });
let opened: Portal;
beforeAll(async () => {
  opened = await openPortal();
}, 240_000);
afterAll(() => opened?.close(), 60_000);

everyPage(
  () => opened,
  (walker, path) => walker.visit(path),
);
