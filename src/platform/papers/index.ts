export type { Block, ListItem, Run, Signer, TableColumn, Text } from './blocks.ts';
export { definePaper, fillBody, type Paper, paperInForce } from './define-paper.ts';
export { qrPng, qrSvg } from './qr.ts';
export { type RenderOptions, renderBlocks, renderPaper } from './render-paper.ts';
