import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Frame } from '../frame.ts';
import { footerText, type LaidOut } from '../lay-out.ts';
import { qrSvg } from '../qr.ts';
import { word } from '../words.ts';

const FONTS = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];

let compiler: NodeCompiler | undefined;
let template = '';

function ready(): NodeCompiler {
  if (compiler) return compiler;
  const home = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/pt-serif/package.json'));
  const fontBlobs = FONTS.map((it) => readFileSync(join(home, it, `PTSerif_${it}.ttf`)));
  compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }] });
  template = readFileSync(new URL('./template.typ', import.meta.url), 'utf8');
  return compiler;
}

/**
 * Draws laid-out blocks as PDF by Typst. Synchronous inside: call it in a thread. The same input gives the same pages.
 * Data travel as JSON and are never part of the template's text.
 */
export async function renderPdf(title: string, blocks: LaidOut[], frame: Frame): Promise<Uint8Array> {
  const drawn = await Promise.all(
    blocks.map(async (it) => (it.kind === 'qr' ? { ...it, svg: await qrSvg(it.value) } : it)),
  );
  const words = {
    draft: word('paper.draft'),
    demo: word('paper.demo'),
    sheet: word('paper.sheetOf', { page: '{{page}}', pages: '{{pages}}' }),
  };
  const shown = {
    draft: frame.draft,
    demo: frame.demo,
    landscape: frame.orientation === 'landscape',
    left: footerText(frame),
  };
  const typst = ready();
  const inputs = { paper: JSON.stringify({ title, words, frame: shown, blocks: drawn }) };
  const result = typst.compile({ mainFileContent: template, inputs });
  const document = result.result;
  if (!document) {
    const error = result.takeError();
    throw new Error(error ? JSON.stringify(typst.fetchDiagnostics(error)).slice(0, 500) : 'no document');
  }
  const pdf = typst.pdf(document);
  // Cached layouts of earlier papers would fill the thread's memory.
  typst.evictCache(10);
  return new Uint8Array(pdf);
}
