import { describe, expect, it } from 'vitest';
import { EngineInputError } from '../issue.ts';
import { buildPanel } from './panel.ts';
import { readSeriesCsv } from './read-series-csv.ts';

const codes = (f: () => unknown): string[] => {
  try {
    f();
  } catch (error) {
    if (error instanceof EngineInputError) return error.issues.map((i) => i.code);
    throw error;
  }
  return [];
};

describe('readSeriesCsv', () => {
  it('reads columns in any order, semicolons, decimal commas, quotes and a byte-order mark', () => {
    const text = '\uFEFFyear;code;parent;level;value\r\n2001;"a;b";;1;1 234,5\r\n2002;"a;b";;1;NA\r\n';
    expect(readSeriesCsv(text)).toEqual([
      { level: '1', code: 'a;b', parent: '', year: 2001, value: 1234.5, row: 2 },
      { level: '1', code: 'a;b', parent: '', year: 2002, value: null, row: 3 },
    ]);
  });

  it('names what is wrong and where', () => {
    expect(codes(() => readSeriesCsv('code,year\n'))).toEqual(['series.noColumn']);
    const head = 'level,code,parent,year,value\n';
    expect(codes(() => readSeriesCsv(`${head}1,a,,2001,12x\n1,a,,20o2,1\n1,a,,2003\n`))).toEqual([
      'series.notANumber',
      'series.notANumber',
      'series.cells',
    ]);
  });
});

describe('buildPanel', () => {
  const row = (over: object) => ({ level: '1', code: 'a', parent: '', year: 2001, value: 1, ...over });
  it.each([
    ['series.badValue', [row({ value: -1 })]],
    ['series.badYear', [row({ year: 2001.5 })]],
    ['series.noCode', [row({ code: '' })]],
    ['series.twice', [row({}), row({ value: 2 })]],
    ['series.twoLevels', [row({}), row({ level: '2', year: 2002 })]],
    ['series.twoParents', [row({}), row({ parent: 'z', year: 2002 })]],
    ['series.circle', [row({ parent: 'b' }), row({ code: 'b', parent: 'a' })]],
    ['series.span', [row({}), row({ year: 20010 })]],
  ])('refuses %s', (code, rows) => {
    expect(codes(() => buildPanel(rows))).toEqual([code]);
  });

  it('takes a series whose parent is absent as a root, and says so', () => {
    const panel = buildPanel([row({ parent: 'gone' })]);
    expect(panel.nodes[0]!.parent).toBe(-1);
    expect(panel.notes.map((n) => n.code)).toEqual(['series.parentAbsent']);
  });

  it('counts observations and keeps gaps', () => {
    const panel = buildPanel([row({}), row({ year: 2003 })]);
    expect([...panel.nodes[0]!.values]).toEqual([1, Number.NaN, 1]);
    expect([...panel.nodes[0]!.counts]).toEqual([1, 1, 2]);
  });
});
