import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** The first moment a zip can hold. */
const NEVER = new Date(1980, 0, 1);
const MOMENT = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g;

/** An office file without the moment it was made in: the same content gives the same bytes. */
export function steadyZip(bytes: Uint8Array): Uint8Array {
  const parts: Zippable = {};
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    const core = name === 'docProps/core.xml';
    const steady = core ? strToU8(strFromU8(content).replace(MOMENT, '$11980-01-01T00:00:00Z$2')) : content;
    parts[name] = [steady, { mtime: NEVER, level: 6 }];
  }
  return zipSync(parts);
}
