import { MOST_ISSUES, PlacementInputError, type PlacementIssue } from '../issue.ts';
import type {
  Id,
  PlacementEmployer,
  PlacementPlace,
  PlacementQuota,
  PlacementSnapshot,
  PlacementStudent,
  Ranking,
  Rule,
} from '../types.ts';

/** An instance of the interchange format, read and typed. References are checked when it is placed. */
export interface Instance {
  snapshot: PlacementSnapshot;
  rule: Rule;
  seed: Uint8Array;
}

const RULES: readonly Rule[] = ['student-optimal', 'place-optimal', 'place-more', 'best-ranks'];
type Fields = Record<string, unknown>;

/** Seed as written in a file: 64 hex digits are 32 bytes; any other text its UTF-8 bytes; none: 32 zero bytes. */
export function readSeed(text: string | undefined): Uint8Array {
  if (text === undefined) return new Uint8Array(32);
  return /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'utf8');
}

/**
 * Reads one instance (docs/formats/placement.md) out of parsed JSON. Members it does not know are ignored;
 * `null` is an absent member.
 * @throws PlacementInputError with every fault of shape found.
 */
export function readInstance(json: unknown): Instance {
  const issues: PlacementIssue[] = [];
  const reader = new Reader(issues);
  if (!isFields(json)) throw new PlacementInputError([{ code: 'notObject', params: {}, path: '$' }]);
  const snapshot: PlacementSnapshot = {
    students: reader.list(json.students, 'students', (s, at) => reader.student(s, at)),
    places: reader.list(json.places, 'places', (p, at) => reader.place(p, at)),
  };
  if (json.employers != null)
    snapshot.employers = reader.list(json.employers, 'employers', (e, at) => reader.employer(e, at));
  if (json.quotas != null)
    snapshot.quotas = reader.list(json.quotas, 'quotas', (q, at) => reader.quota(q, at));
  if (json.pinned != null)
    snapshot.pinned = reader.list(json.pinned, 'pinned', (pair, at): [Id, Id] => {
      if (!Array.isArray(pair) || pair.length !== 2) {
        reader.fault('notPair', at);
        return ['', ''];
      }
      return [reader.id(pair[0], `${at}[0]`), reader.id(pair[1], `${at}[1]`)];
    });
  const rule = (json.rule ?? 'student-optimal') as Rule;
  if (!RULES.includes(rule)) reader.fault('badRule', 'rule', { found: show(json.rule) });
  let seed: string | undefined;
  if (typeof json.seed === 'string') seed = json.seed;
  else if (Number.isSafeInteger(json.seed)) seed = String(json.seed);
  else if (json.seed != null) reader.fault('badSeed', 'seed');
  if (issues.length > 0) throw new PlacementInputError(issues);
  return { snapshot, rule, seed: readSeed(seed) };
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const show = (value: unknown): string => (JSON.stringify(value) ?? '').slice(0, 60);

class Reader {
  private readonly issues: PlacementIssue[];

  constructor(issues: PlacementIssue[]) {
    this.issues = issues;
  }

  fault(code: string, path: string, params: Record<string, string | number> = {}): void {
    if (this.issues.length < MOST_ISSUES) this.issues.push({ code, params, path });
  }

  list<T>(value: unknown, path: string, one: (value: unknown, path: string) => T): T[] {
    if (Array.isArray(value)) return value.map((v, k) => one(v, `${path}[${k}]`));
    this.fault(value == null ? 'missing' : 'notList', path);
    return [];
  }

  id(value: unknown, path: string): Id {
    if (typeof value === 'string') return value;
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
    this.fault(value == null ? 'missing' : typeof value === 'number' ? 'bigId' : 'notId', path, {
      found: show(value),
    });
    return '';
  }

  count(value: unknown, path: string): number {
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 2 ** 30) return value;
    this.fault(value == null ? 'missing' : 'notCount', path, { found: show(value) });
    return 0;
  }

  text(value: unknown, path: string): string | undefined {
    if (value == null || typeof value === 'string') return value ?? undefined;
    if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
    this.fault('notText', path, { found: show(value) });
    return undefined;
  }

  ranking(value: unknown, path: string): Ranking {
    return this.list(value, path, (entry, at) =>
      Array.isArray(entry) ? entry.map((v, k) => this.id(v, `${at}[${k}]`)) : this.id(entry, at),
    );
  }

  fields(value: unknown, path: string): Fields {
    if (isFields(value)) return value;
    this.fault('notObject', path);
    return {};
  }

  student(value: unknown, path: string): PlacementStudent {
    const f = this.fields(value, path);
    if (!isFields(value)) return { id: '', ranks: [] };
    const student: PlacementStudent = {
      id: this.id(f.id, `${path}.id`),
      ranks: this.ranking(f.ranks, `${path}.ranks`),
    };
    if (f.classes != null)
      student.classes = this.list(f.classes, `${path}.classes`, (c, at) =>
        this.list(c, at, (v, deep) => this.count(v, deep)),
      );
    for (const key of ['college', 'programme', 'team', 'sex'] as const) {
      const text = this.text(f[key], `${path}.${key}`);
      if (text !== undefined) student[key] = text;
    }
    if (f.rural != null) student.rural = f.rural === true;
    return student;
  }

  place(value: unknown, path: string): PlacementPlace {
    const f = this.fields(value, path);
    if (!isFields(value)) return { id: '', capacity: 0 };
    const place: PlacementPlace = {
      id: this.id(f.id, `${path}.id`),
      capacity: this.count(f.capacity, `${path}.capacity`),
    };
    if (f.minimum != null) place.minimum = this.count(f.minimum, `${path}.minimum`);
    if (f.employer != null) place.employer = this.id(f.employer, `${path}.employer`);
    if (f.order != null) place.order = this.ranking(f.order, `${path}.order`);
    if (f.programmes != null)
      place.programmes = this.list(f.programmes, `${path}.programmes`, (p, at) => this.text(p, at) ?? '');
    return place;
  }

  employer(value: unknown, path: string): PlacementEmployer {
    const f = this.fields(value, path);
    if (!isFields(value)) return { id: '', capacity: 0 };
    const employer: PlacementEmployer = {
      id: this.id(f.id, `${path}.id`),
      capacity: this.count(f.capacity, `${path}.capacity`),
    };
    if (f.order != null) employer.order = this.ranking(f.order, `${path}.order`);
    return employer;
  }

  quota(value: unknown, path: string): PlacementQuota {
    const f = this.fields(value, path);
    if (f.kind !== 'reserve' && f.kind !== 'ceiling')
      this.fault('badQuota', `${path}.kind`, { found: show(f.kind) });
    const quota: PlacementQuota = {
      kind: f.kind === 'reserve' ? 'reserve' : 'ceiling',
      seats: this.count(f.seats, `${path}.seats`),
    };
    for (const key of ['place', 'employer'] as const)
      if (f[key] != null) quota[key] = this.id(f[key], `${path}.${key}`);
    for (const key of ['college', 'programme'] as const) {
      const text = this.text(f[key], `${path}.${key}`);
      if (text !== undefined) quota[key] = text;
    }
    return quota;
  }
}
