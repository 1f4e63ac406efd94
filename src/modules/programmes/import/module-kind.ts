/** What a row of a curriculum is, by its index: a module that is taught, a sum over others, or the plan's own total. */
export type RowKind =
  | 'general'
  | 'vocational'
  | 'professional'
  | 'training-practice'
  | 'work-practice'
  | 'pre-diploma-practice'
  | 'attestation'
  | 'sum';

const BY_INDEX: [RegExp, RowKind][] = [
  [/\.0+$/, 'sum'],
  [/^(УП|УЧ\.?ПР)/, 'training-practice'],
  [/^(ПДП|ПП?\(?Д)/, 'pre-diploma-practice'],
  [/^ПП(?!С)/, 'work-practice'],
  [/^(ГИА|ИГА|ИА|ДЭ)/, 'attestation'],
  [/^(МДК|ПМ)/, 'professional'],
  [/^(ОГСЭ|СГ|СГЦ|ЕН|ОП|ОПЦ|ОПД|ДУП|ФК|АУД|МЕН)([.\s\d]|$)/, 'vocational'],
  [/^(ОД|ОУД|ОУП|ОДБ|ОДП|БД|ПД|СОО|ООД|О|БУП|ПУП|УПВ|ОО)([.\s\d]|$)/, 'general'],
];

/** By the index, else by the name; a row with neither is a taught module of the vocational cycle. */
export function moduleKind(code: string, name: string): RowKind {
  const index = code.toUpperCase().replace(/\s+/g, '');
  for (const [shape, kind] of BY_INDEX) if (shape.test(index)) return kind;
  const words = name.toLowerCase();
  if (/^(итого|всего)/.test(words) || (index === '' && /(цикл|раздел|часть)/.test(words))) return 'sum';
  if (/учебная практика/.test(words)) return 'training-practice';
  if (/преддипломн/.test(words)) return 'pre-diploma-practice';
  if (/производственная практика/.test(words)) return 'work-practice';
  return /итоговая аттестац/.test(words) ? 'attestation' : 'vocational';
}

/** «ОК 01, ОК 2; ПК1.1–ПК 1.3» → codes in one spelling; ranges of one module are opened. */
export function competencesOf(text: string | null): string[] {
  const found: string[] = [];
  const shape =
    /(ОК|ПК|ДПК|ЛР|ПС)\s*[.-]?\s*(\d+)(?:\.(\d+))?(?:\s*[-–—]\s*(?:(?:ОК|ПК|ДПК|ЛР|ПС)\s*)?(\d+)(?:\.(\d+))?)?/giu;
  for (const [, kind = '', major = '', minor, toMajor, toMinor] of (text ?? '')
    .toUpperCase()
    .matchAll(shape)) {
    const one = (n: number) =>
      minor === undefined
        ? `${kind} ${String(n).padStart(kind === 'ОК' ? 2 : 1, '0')}`
        : `${kind} ${Number(major)}.${n}`;
    const from = Number(minor ?? major);
    const to = Number((minor === undefined ? toMajor : toMinor) ?? from);
    const last = to >= from && to - from <= 40 ? to : from;
    for (let n = from; n <= last; n += 1) found.push(one(n));
  }
  return [...new Set(found)];
}
