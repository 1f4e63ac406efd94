import { rightsTable } from '../rights/index.ts';

export const rights = rightsTable({ 'links.link.use': { everyone: 'all' } });
