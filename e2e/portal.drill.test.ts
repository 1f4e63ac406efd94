/**
 * What of the portal is walked on demand and by CI, for its length: every widget in every state, a practice from its
 * plan to the mark, the menus of the roles without a walk of their own, and every page by a role that may open it;
 * then hiring, and an order that a college answers and the ministry decides against the calculation.
 */
import { afterAll, beforeAll, vi } from 'vitest';
import { openPortal, type Portal } from './support/portal.ts';
import { collegeAnswerWalk } from './walks/college-answer.ts';
import { decisionWalks } from './walks/decision.ts';
import { everyPage } from './walks/every-page.ts';
import { galleryWalk } from './walks/gallery.ts';
import { hiringWalk } from './walks/hiring.ts';
import { practiceWalk } from './walks/practice.ts';
import { rolesWalk } from './walks/roles.ts';

vi.setConfig({ testTimeout: 1_200_000 });
let opened: Portal;
const portal = () => opened;
beforeAll(async () => {
  opened = await openPortal();
}, 240_000);
afterAll(() => opened?.close(), 60_000);

galleryWalk(portal);
practiceWalk(portal);
rolesWalk(portal);
everyPage(portal);
hiringWalk(portal);
collegeAnswerWalk(portal);
decisionWalks(portal);
