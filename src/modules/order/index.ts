export { readCertificateFiles } from './documents/read-certificate-files.ts';
export { renderOrder } from './documents/render-order.ts';
