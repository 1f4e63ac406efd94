import QRCode from 'qrcode';

/** QR code as SVG text, quiet zone included; level M survives a crease and a stamp. */
export async function qrSvg(value: string): Promise<string> {
  return QRCode.toString(value, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
}

/** QR code as PNG bytes, for DOCX. */
export async function qrPng(value: string): Promise<Uint8Array> {
  return QRCode.toBuffer(value, { type: 'png', errorCorrectionLevel: 'M', margin: 2, width: 300 });
}
