/** The walks of the roles through the built portal of the small demo region, in a real browser. */
import { afterAll, beforeAll, vi } from 'vitest';
import { openPortal, type Portal } from './support/portal.ts';
import { adminWalk } from './walks/admin.ts';
import { checkFileWalk } from './walks/check-file.ts';
import { collegeWalk } from './walks/college.ts';
import { enterpriseWalk } from './walks/enterprise.ts';
import { municipalityWalk } from './walks/municipality.ts';
import { orderWalks } from './walks/order.ts';
import { signInWalk } from './walks/sign-in.ts';
import { visitorWalk } from './walks/visitor.ts';

// a busy machine draws slowly; nothing here waits without a reason
vi.setConfig({ testTimeout: 300_000 });
let opened: Portal;
const portal = () => opened;

beforeAll(async () => {
  opened = await openPortal({ intakes: 1 });
}, 240_000);
afterAll(() => opened?.close(), 60_000);

// while the demo calculates its first forecast and order, what needs neither; longer walks: portal.drill.test.ts
visitorWalk(portal);
signInWalk(portal);
adminWalk(portal);
checkFileWalk(portal);
enterpriseWalk(portal);
collegeWalk(portal);
municipalityWalk(portal);
orderWalks(portal);
