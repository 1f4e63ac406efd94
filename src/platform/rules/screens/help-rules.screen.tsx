import { useMemo } from 'react';
import { apiOf, useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useSession } from '../../../web/session.tsx';
import { type Texts, useTexts } from '../../../web/text.ts';
import { useFilter } from '../../../web/use-filters.ts';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { Field } from '../../../web/widgets/field.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { contract } from '../contract.ts';
import { aboutSetting, settingTitleKey, shownValue, sourceWords } from './setting-words.ts';
import css from './settings.module.css';

const api = apiOf(contract);
type Rule = Awaited<ReturnType<typeof api.listRules>>['data']['rows'][number];

function Settings({ rule, texts }: { rule: Rule; texts: Texts }) {
  if (rule.settings.length === 0) return <span className="dim">{texts.t('rules:help.noSettings')}</span>;
  return (
    <ul>
      {rule.settings.map((one) => (
        <li key={one.key}>
          {texts.tId(settingTitleKey(one.key))}: <b>{shownValue(texts, one.value, aboutSetting(one))}</b>
        </li>
      ))}
    </ul>
  );
}

const columnsOf = (texts: Texts): Column<Rule>[] => {
  const { t, tId } = texts;
  const title = (row: Rule) => tId(`${row.room}:ruleTitle.${row.id}`);
  const source = (row: Rule) =>
    tId(`${row.room}:ruleSource.${row.id}`, { defaultValue: sourceWords(texts, row.source) });
  const trust = (row: Rule) => tId(`rules:trust.${row.trust}`);
  return [
    { id: 'id', title: t('rules:help.id'), value: (row) => row.id, quiet: true, width: 150, filter: 'text' },
    { id: 'title', title: t('rules:help.rule'), value: title, names: true, filter: 'text', card: 'wide' },
    { id: 'source', title: t('rules:help.source'), value: source, filter: 'text', card: 'wide' },
    { id: 'trust', title: t('rules:help.trust'), value: trust, filter: 'choice', quiet: true, card: 'wide' },
    {
      id: 'from',
      title: t('rules:help.from'),
      value: (row) => row.validFrom,
      cell: (row) => <DateText value={row.validFrom} />,
    },
    {
      id: 'to',
      title: t('rules:help.to'),
      value: (row) => row.validTo,
      cell: (row) => (row.validTo ? <DateText value={row.validTo} /> : t('rules:help.noEnd')),
      optional: true,
    },
    {
      id: 'settings',
      title: t('rules:help.settings'),
      value: (row) =>
        row.settings
          .map(
            (one) => `${tId(settingTitleKey(one.key))}: ${shownValue(texts, one.value, aboutSetting(one))}`,
          )
          .join('; '),
      cell: (row) => <Settings rule={row} texts={texts} />,
      sort: false,
      card: 'wide',
    },
  ];
};

/** The rules in force on a day, in people's words: what a refusal names can be looked up here. */
export default function HelpRules() {
  const texts = useTexts();
  const { t } = texts;
  const { person } = useSession();
  const [date, setDate] = useFilter('day');
  const read = useRead(['rules', 'list'], api.listRules, date ? { date } : {});
  const { onExport, problem: exportProblem } = useExport<Rule>(t('rules:help.title'));
  const columns = useMemo(() => columnsOf(texts), [texts]);
  return (
    <div className={css.open}>
      <PageHead title={t('rules:help.title')} about={t('rules:help.about')} />
      <div className={css.filter}>
        <Field label={t('rules:help.onDay')} name="date" hint={t('rules:help.onDayHint')}>
          {(input) => (
            <input {...input} type="date" value={date} onChange={(event) => setDate(event.target.value)} />
          )}
        </Field>
      </div>
      <DataTable
        id="rules"
        title={t('rules:help.title')}
        columns={columns}
        rows={read.data?.data.rows ?? []}
        rowKey={(row) => row.version}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        onExport={person ? onExport : undefined}
        note={exportProblem}
        empty={t('rules:help.empty')}
      />
    </div>
  );
}
