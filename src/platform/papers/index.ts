export type { Block, ListItem, Run, Signer, TableColumn, Text } from './blocks.ts';
export { definePaper, fillBody, type Paper, paperInForce } from './define-paper.ts';
export { type NumberParts, paperNumber } from './number-pattern.ts';
export { qrPng, qrSvg } from './qr.ts';
export { checkTemplate, fieldsOf, fillTemplate, type TemplateCheck } from './region-template.ts';
export { type RenderOptions, renderBlocks, renderPaper } from './render-paper.ts';
export * from './russian/index.ts';
