import { Document, Packer, Paragraph } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Refusal } from '../use-case/refusal.ts';
import {
  checkTemplate,
  definePaper,
  fillTemplate,
  type Paper,
  paperInForce,
  paperNumber,
  qrSvg,
  renderPaper,
} from './index.ts';
import type { RenderOptions } from './render-paper.ts';

const order = definePaper({
  id: 'order',
  regime: 'trial',
  validFrom: '2026-01-01',
  validTo: null,
  version: 3,
  fields: z.object({
    title: z.string(),
    number: z.string().nullable(),
    rows: z.array(z.object({ code: z.string(), seats: z.int() })),
  }),
  body: (data) => [
    { kind: 'letterhead', above: ['ПРАВИТЕЛЬСТВО'], organisation: 'МИНИСТЕРСТВО', details: ['г. Киров'] },
    { kind: 'paperKind', text: 'ПРИКАЗ' },
    { kind: 'requisites', date: '2026-11-23', number: data.number, place: 'г. Киров' },
    { kind: 'title', text: data.title },
    { kind: 'paragraph', text: [{ text: 'На основании ' }, { text: 'расчёта', bold: true }] },
    { kind: 'command', text: 'ПРИКАЗЫВАЮ:' },
    { kind: 'numbered', items: [{ text: 'Первый', items: [{ text: 'внутренний' }] }, { text: 'Второй' }] },
    { kind: 'bullets', items: ['пункт'] },
    {
      kind: 'table',
      columns: [{ title: 'Код' }, { title: 'Мест', align: 'right' }],
      rows: data.rows.map((it) => [it.code, String(it.seats)]),
      total: ['Итого', String(data.rows.reduce((sum, it) => sum + it.seats, 0))],
    },
    { kind: 'signatures', signers: [{ post: 'Министр', name: 'И. И. Иванова' }] },
    { kind: 'acquainted', title: 'Ознакомлены', names: ['Петров П. П.'] },
    { kind: 'qr', value: 'https://example.org/x', caption: 'Проверить' },
    { kind: 'note', text: 'Примечание' },
  ],
});
const data = (n: number, title = 'О заказе') => ({
  title,
  number: null,
  rows: Array.from({ length: n }, (_, i) => ({ code: `15.01.${String(i).padStart(3, '0')}`, seats: 25 })),
});
const options: RenderOptions = {
  format: 'docx',
  title: 'Приказ',
  draft: true,
  demo: true,
  fingerprint: 'abcdef0123456789ffff',
};

const parts = (bytes: Uint8Array) => unzipSync(bytes);
const xml = (bytes: Uint8Array, name = 'word/document.xml') =>
  strFromU8(parts(bytes)[name] ?? new Uint8Array());
const texts = (body: string) => [...body.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((it) => it[1]).join('|');
/** The number of pages that the PDF itself declares. */
const pagesOf = (pdf: Uint8Array) =>
  Math.max(
    ...[
      ...Buffer.from(pdf)
        .toString('latin1')
        .matchAll(/\/Count (\d+)/g),
    ].map((it) => Number(it[1])),
  );

async function keyOf(run: () => unknown): Promise<unknown> {
  try {
    await run();
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    return [(error as Refusal).key, (error as Refusal).params];
  }
  return null;
}

describe('docx', () => {
  it('carries every block in order, with the frame on each page', async () => {
    const bytes = await renderPaper(order as Paper, data(120), options);
    const body = xml(bytes);
    const shown = texts(body);
    const order_ = [
      'ПРАВИТЕЛЬСТВО',
      'МИНИСТЕРСТВО',
      'ПРИКАЗ',
      '23\u00a0ноября 2026\u00a0г.',
      'О заказе',
      'расчёта',
      'ПРИКАЗЫВАЮ:',
      'внутренний',
      'Второй',
      '15.01.119',
      '3000',
      'И. И. Иванова',
      'Ознакомлены',
      'Проверить',
      'Примечание',
    ];
    const places = order_.map((it) => shown.indexOf(it));
    expect(places.every((it) => it >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(body.match(/<w:tblHeader(\/>| w:val="(true|1)")/g)?.length).toBe(2);
    expect(body.match(/<w:cantSplit/g)?.length).toBeGreaterThan(120);
    expect(body).toMatch(/<w:pgMar w:top="1134" w:right="567" w:bottom="1134" w:left="1701"/);
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    const names = Object.keys(parts(bytes));
    const headers = names.filter((it) => /header\d\.xml$/.test(it)).map((it) => texts(xml(bytes, it)));
    const footers = names.filter((it) => /footer\d\.xml$/.test(it)).map((it) => xml(bytes, it));
    for (const it of headers) expect(it).toContain('Демонстрационные данные. Документ не имеет силы.|ПРОЕКТ');
    for (const it of footers) {
      expect(texts(it)).toContain('форма order/trial/3 · отпечаток abcdef0123456789');
      expect(it).toContain('NUMPAGES');
    }
    expect(headers.length).toBe(2);
    expect(footers.length).toBe(2);
  });

  it('loses the marks of a draft and of a demo when it is neither', async () => {
    const bytes = await renderPaper(
      order as Paper,
      { ...data(1), number: '15-к' },
      { ...options, draft: false, demo: false },
    );
    const all = Object.keys(parts(bytes))
      .filter((it) => it.endsWith('.xml'))
      .map((it) => xml(bytes, it))
      .join('');
    expect(all).not.toContain('ПРОЕКТ');
    expect(all).not.toContain('Демонстрационные');
    expect(all).toContain('№ 15-к');
  });

  it('escapes what looks like markup', async () => {
    const title = '<w:b/> & "x" \u0001 {{page}}';
    const bytes = await renderPaper(order as Paper, data(1, title), options);
    expect(xml(bytes)).toContain('&lt;w:b/&gt; &amp;');
    expect(xml(bytes)).not.toContain('\u0001');
  });
});

describe('pdf', () => {
  it('repeats byte for byte and breaks a long table over pages', async () => {
    const first = await renderPaper(order as Paper, data(120), { ...options, format: 'pdf' });
    const second = await renderPaper(order as Paper, data(120), { ...options, format: 'pdf' });
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    expect(Buffer.from(first.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(pagesOf(first)).toBeGreaterThanOrEqual(3);
    expect(pagesOf(await renderPaper(order as Paper, data(3), { ...options, format: 'pdf' }))).toBe(1);
  });

  it('shows text that is code elsewhere as plain text, and takes no file by it', async () => {
    const evil = '#read("/etc/passwd") $x$ *a* @b `c` <l> \\ // "';
    const pdf = await renderPaper(order as Paper, data(1, evil), { ...options, format: 'pdf' });
    expect(pagesOf(pdf)).toBe(1);
  });
});

describe('declaration', () => {
  it('names the wrong fields', async () => {
    expect(
      await keyOf(() =>
        renderPaper(order as Paper, { title: 5, number: null, rows: [{ code: 'x' }] }, options),
      ),
    ).toEqual(['papers:error.badData', { paper: 'order', fields: 'title, rows.0.seats' }]);
  });

  it('finds the template in force', async () => {
    const old = { ...order, validFrom: '2020-01-01', validTo: '2025-12-31', version: 2 };
    expect(paperInForce([order, old], 'order', 'trial', '2025-12-31').version).toBe(2);
    expect(paperInForce([order, old], 'order', 'trial', '2026-01-01').version).toBe(3);
    expect(await keyOf(() => paperInForce([order, old], 'order', 'trial', '2019-01-01'))).toEqual([
      'papers:error.noTemplate',
      { paper: 'order', regime: 'trial', day: '2019-01-01' },
    ]);
  });

  it('draws a QR code', async () => {
    expect(await qrSvg('https://example.org')).toMatch(/^<svg [^>]*viewBox="0 0 (\d+) \1"/);
  });
});

describe('numbers', () => {
  const given = { seq: 42, date: '2026-11-23', index: '01-15', letters: 'лс' };
  it.each([
    ['{seq}', '42'],
    ['{index}-{seq:000}/{yy}', '01-15-042/26'],
    ['{seq}-{letters}', '42-лс'],
    ['{yyyy}.{mm}.{dd}/{seq:0}', '2026.11.23/42'],
  ])('%s → %s', (pattern, expected) => {
    expect(paperNumber(pattern, given)).toBe(expected);
  });

  it('refuses what cannot number', async () => {
    for (const pattern of ['{index}', '{seq}{what}', '{seq}{toString}', '{seq}}', '{seq} {']) {
      expect((await keyOf(() => paperNumber(pattern, given))) as unknown[]).toMatchObject({
        0: 'papers:error.badPattern',
      });
    }
    expect(await keyOf(() => paperNumber('{seq}-{letters}', { seq: 1, date: '2026-01-01' }))).toMatchObject({
      0: 'papers:error.badPattern',
    });
  });
});

describe('a region’s own template', () => {
  async function template(lines: string[]): Promise<Uint8Array> {
    const document = new Document({ sections: [{ children: lines.map((it) => new Paragraph(it)) }] });
    return new Uint8Array(await Packer.toBuffer(document));
  }

  it('is filled, with texts escaped', async () => {
    const bytes = await template([
      'Приказ {number}: {title}',
      '{#rows}',
      '{code} — {seats} ({title})',
      '{/rows}',
    ]);
    expect(checkTemplate(bytes, order.fields)).toEqual({
      used: ['number', 'rows', 'rows.code', 'rows.seats', 'rows.title', 'title'],
      unknown: [],
      missing: [],
    });
    const filled = texts(xml(fillTemplate(bytes, order.fields, { ...data(2, 'О <заказе>'), number: '7' })));
    expect(filled).toBe(
      'Приказ 7: О &lt;заказе&gt;|15.01.000 — 25 (О &lt;заказе&gt;)|15.01.001 — 25 (О &lt;заказе&gt;)',
    );
  });

  it('is compared with the fields of the paper', async () => {
    const bytes = await template(['{title} {nomer}', '{#rows}{kod}{/rows}']);
    expect(checkTemplate(bytes, order.fields)).toMatchObject({
      unknown: ['nomer', 'rows.kod'],
      missing: ['number', 'rows.code', 'rows.seats'],
    });
    expect(await keyOf(() => fillTemplate(bytes, order.fields, data(1)))).toEqual([
      'papers:error.unknownFields',
      { fields: 'nomer, rows.kod' },
    ]);
  });

  it('is refused when broken, no document, or with macros', async () => {
    expect(await keyOf(() => checkTemplate(strToU8('нет'), order.fields))).toMatchObject({
      0: 'papers:error.badTemplate',
    });
    expect(await keyOf(async () => checkTemplate(await template(['{title']), order.fields))).toMatchObject({
      0: 'papers:error.badTemplate',
    });
    const macros = zipSync({ ...parts(await template(['{title}'])), 'word/vbaProject.bin': strToU8('x') });
    expect(await keyOf(() => checkTemplate(macros, order.fields))).toMatchObject({
      0: 'papers:error.macros',
    });
  });
});
