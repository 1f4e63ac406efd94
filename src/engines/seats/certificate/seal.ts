import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonical, fingerprint } from './hash.ts';
import { type Finding, type VerifyReport, verifyFolder } from './verify.ts';

/** Name of the file that seals an answer: the fingerprint of every other file. */
export const SEAL = 'fingerprints.json';

interface Seal {
  /** SHA-256 by path inside the answer. */
  files: Record<string, string>;
}

/** The seal of an answer: tables and papers made of a proved plan are told from edited ones by it. */
export function sealOf(files: ReadonlyMap<string, string | Uint8Array>): string {
  const seal: Seal = { files: {} };
  for (const [name, content] of files) seal.files[name] = fingerprint(content);
  return canonical(seal);
}

/**
 * Proves the answer of `plan` whole: its certificate, and that every table, text and paper beside it is the one written
 * with it. A folder without a seal is taken for a certificate.
 */
export function verifyAnswer(dir: string): VerifyReport {
  if (!existsSync(join(dir, SEAL)) || existsSync(join(dir, 'certificate.json'))) return verifyFolder(dir);
  const report = verifyFolder(join(dir, 'certificate'));
  if (report.noProof) return report;
  const findings = [...report.findings, ...changedFiles(dir)];
  return { ...report, findings, ok: !findings.some(({ kind }) => kind === 'failed') };
}

function changedFiles(dir: string): Finding[] {
  const failed = (id: string, params: Finding['params']): Finding => ({ kind: 'failed', id, params });
  let sealed: [string, string][];
  try {
    sealed = Object.entries((JSON.parse(readFileSync(join(dir, SEAL), 'utf8')) as Seal).files);
  } catch (error) {
    return [failed('verify.unreadable', { why: error instanceof Error ? error.message : String(error) })];
  }
  const faults: Finding[] = [];
  for (const [file, due] of sealed)
    if (!existsSync(join(dir, file))) faults.push(failed('verify.missing', { file }));
    else if (fingerprint(readFileSync(join(dir, file))) !== due)
      faults.push(failed('verify.changed', { file }));
  if (faults.length > 0) return faults;
  return [{ kind: 'proved', id: 'verify.answer', params: { files: sealed.length } }];
}
