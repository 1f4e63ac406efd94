import { say, verifyAnswer } from '../engines/seats/index.ts';
import { fitness } from './fit.ts';
import { options } from './instances/kind.ts';
import { holdsMember } from './instances/lines.ts';
import { verifyInstances } from './instances/verify-instances.ts';
import { placement } from './place.ts';
import { staffing } from './staff.ts';

const t = say(/^en/i.test(process.env.ROSTOK_LOCALE ?? '') ? 'en' : 'ru');

/** Shares as percent, everything else as it is: these are numbers for whoever checks. */
function readable(params: Record<string, string | number>): Record<string, string | number> {
  const out = { ...params };
  for (const key of ['gap', 'share'])
    if (typeof out[key] === 'number') out[key] = `${(100 * out[key]).toPrecision(3)} %`;
  if (typeof out.worst === 'number') out.worst = out.worst.toExponential(1);
  if (typeof out.by === 'number') out.by = out.by.toPrecision(3);
  return out;
}

export default {
  name: 'verify',
  usage: 'verify DIR | verify OUT.json --in IN.json',
  /** @returns 0 when everything holds, 1 when something does not, 2 for a wrong command line. */
  async run(args: string[]): Promise<number> {
    if (args.includes('--in')) {
      const o = options(args);
      const input = o instanceof Error ? undefined : o.in;
      if (input && (await holdsMember(input, 'sessions'))) return verifyInstances(staffing, args);
      if (input && (await holdsMember(input, 'openings'))) return verifyInstances(fitness, args);
      return verifyInstances(placement, args);
    }
    const dir = args[0];
    if (!dir || dir.startsWith('-')) {
      console.error(t('cli.verify.need'));
      return 2;
    }
    const report = verifyAnswer(dir);
    if (report.noProof) {
      for (const f of report.findings) console.error(t(f.id, f.params));
      return 1;
    }
    console.log(t('verify.head', { dir }));
    for (const f of report.findings)
      console.log(`  ${t(`verify.${f.kind}`)}: ${t(f.id, readable(f.params))}`);
    console.log(t(report.ok ? 'verify.ok' : 'verify.bad'));
    return report.ok ? 0 : 1;
  },
};
