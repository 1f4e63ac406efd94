// Puts a folder for `rostok plan` together out of files collected for other ends (a monitoring form of graduates,
// vacancy files): node scripts/assemble-trial.mjs DATA_DIR OUT_DIR [--as-of 2022-12-31] [--graduates 2021] [--region NAME]
import { parseArgs } from 'node:util';
import { register } from 'tsx/esm/api';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'as-of': { type: 'string', default: '2022-12-31' },
    graduates: { type: 'string', default: '2021' },
    region: { type: 'string' },
  },
});
const [data, out] = positionals;
register();
const { assembleTrial, saveOutput, textsOf } = await import('../src/modules/order/plan-folder/index.ts');
const texts = textsOf(/^en/i.test(process.env.ROSTOK_LOCALE ?? '') ? 'en' : 'ru');
const { t } = texts;
if (!data || !out) {
  console.error(t('trial.need'));
  process.exit(2);
}
const { files, sources } = await assembleTrial(
  data,
  { asOf: values['as-of'], graduates: Number(values.graduates), region: values.region ?? t('trial.region') },
  texts,
);
if (
  !sources.accounts.some((it) => it.kind === 'outcomes') ||
  !sources.accounts.some((it) => it.kind === 'vacancies')
) {
  console.error(t('trial.nothing'));
  process.exit(1);
}
saveOutput(out, files);
for (const it of sources.accounts) console.log(t('trial.account', it));
console.log(t('trial.written', { dir: out }));
process.exit(0);
