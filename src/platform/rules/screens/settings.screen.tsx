import { useMemo, useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { useFilter } from '../../../web/use-filters.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { Field } from '../../../web/widgets/field.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { Proposals } from './proposals.tsx';
import { SettingForm } from './setting-form.tsx';
import { aboutSetting, settingTitleKey, shownValue, sourceWords } from './setting-words.ts';
import css from './settings.module.css';
import { api, rowOn, SETTINGS, type Setting } from './settings-api.ts';

const roomOf = (key: string) => key.slice(0, key.indexOf('.'));
const roomTitle = ({ tId }: Texts, room: string) => tId(`rules:room.${room}`, { defaultValue: room });

function columnsOf(texts: Texts, date: string, change: ((key: string) => void) | null): Column<Setting>[] {
  const { t, tId } = texts;
  const columns: Column<Setting>[] = [
    {
      id: 'title',
      title: t('rules:settings.name'),
      value: (row) => tId(settingTitleKey(row.key)),
      names: true,
      filter: 'text',
      width: 320,
    },
    {
      id: 'value',
      title: t('rules:settings.value'),
      value: (row) => shownValue(texts, row.value, aboutSetting(row)),
      cell: (row) => <span className={css.value}>{shownValue(texts, row.value, aboutSetting(row))}</span>,
      card: 'wide',
      width: 220,
    },
    {
      id: 'from',
      title: t('rules:settings.from'),
      value: (row) => rowOn(row, date)?.validFrom ?? null,
      cell: (row) => {
        const from = rowOn(row, date)?.validFrom;
        return from ? <DateText value={from} /> : t('rules:settings.always');
      },
    },
    {
      id: 'source',
      title: t('rules:settings.source'),
      value: (row) => sourceWords(texts, rowOn(row, date)?.source ?? ''),
      quiet: true,
      filter: 'text',
      card: 'wide',
    },
    {
      id: 'room',
      title: t('rules:settings.room'),
      value: (row) => roomTitle(texts, roomOf(row.key)),
      quiet: true,
      optional: true,
      filter: 'choice',
    },
    { id: 'key', title: t('rules:settings.key'), value: (row) => row.key, quiet: true, optional: true },
  ];
  if (change)
    columns.push({
      id: 'change',
      title: t('rules:settings.change'),
      value: (row) => (row.twoPerson ? t('rules:settings.two') : null),
      cell: (row) => (
        <Button size="s" onClick={() => change(row.key)}>
          {t('rules:settings.change')}
        </Button>
      ),
      sort: false,
      card: 'wide',
    });
  return columns;
}

/** Settings in which regions differ: dated values, a new value from a day on, a second person where needed. */
export default function Settings() {
  const texts = useTexts();
  const { t } = texts;
  const [date, setDate] = useFilter('day');
  const [open, setOpen] = useState<string | null>(null);
  const read = useRead(SETTINGS, api.listSettings, date ? { date } : {});
  const { onExport, problem: exportProblem } = useExport<Setting>(t('rules:settings.title'));
  const data = read.data?.data;
  const maySet = read.data?.can.set ?? false;
  const on = data?.date ?? '';
  const show = (key: string) => {
    setOpen(key);
    globalThis.scrollTo({ top: 0, behavior: 'smooth' });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `show` only calls setters
  const columns = useMemo(() => columnsOf(texts, on, maySet ? show : null), [texts, on, maySet]);
  const chosen = data?.rows.find((row) => row.key === open);
  return (
    <>
      <PageHead title={t('rules:settings.title')} about={t('rules:settings.about')} />
      {data && <Proposals rows={data.proposals} mayDecide={read.data?.can.decide ?? false} />}
      {chosen && <SettingForm key={chosen.key} setting={chosen} today={on} onClose={() => setOpen(null)} />}
      <div className={css.filter}>
        <Field label={t('rules:settings.onDay')} name="date" hint={t('rules:settings.onDayHint')}>
          {(input) => (
            <input {...input} type="date" value={date} onChange={(event) => setDate(event.target.value)} />
          )}
        </Field>
      </div>
      <DataTable
        id="settings"
        title={t('rules:settings.title')}
        columns={columns}
        rows={data?.rows ?? []}
        rowKey={(row) => row.key}
        group={(row) => ({ id: roomOf(row.key), title: roomTitle(texts, roomOf(row.key)) })}
        chosen={open}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        onExport={onExport}
        note={exportProblem}
        empty={t('rules:settings.empty')}
      />
    </>
  );
}
