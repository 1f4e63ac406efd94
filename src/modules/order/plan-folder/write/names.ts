import { crosswalkOf, occupationsOf } from '../compute/forecast-input.ts';
import type { Folder } from '../read/read-folder.ts';

/** Names for people instead of codes; an unknown code stays itself. */
export function namesIn(folder: Folder) {
  const by = (rows: { code: string; name: string }[]) => {
    const names = new Map(rows.map((it) => [it.code, it.name]));
    return (code: string) => names.get(code) ?? code;
  };
  const { colleges, municipalities, programmes } = folder.tables;
  const places = new Map(municipalities.map((it) => [it.code, it]));
  const collegePlace = new Map(colleges.map((it) => [it.code, it.municipality]));
  return {
    occupation: by(occupationsOf(folder)),
    college: by(colleges),
    zone: by(municipalities.map((it) => ({ code: it.zone, name: it.zone_name ?? it.zone }))),
    programmeCode: by(programmes.map((it) => ({ code: it.spo_code, name: it.name }))),
    place: (college: string) => {
      const place = places.get(collegePlace.get(college) ?? '');
      return place ? (place.centre ?? place.short_name ?? place.name) : '';
    },
    crosswalk: crosswalkOf(folder),
  };
}

export type Names = ReturnType<typeof namesIn>;
