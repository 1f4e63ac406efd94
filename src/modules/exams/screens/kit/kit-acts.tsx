import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange, useRead } from '../../../../web/api.ts';
import { useTexts } from '../../../../web/text.ts';
import { Button } from '../../../../web/widgets/button.tsx';
import { FormPanel } from '../../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../../web/widgets/inputs.tsx';
import { useForm } from '../../../../web/widgets/use-form.ts';
import { contract } from '../../contract.ts';
import css from '../exams.module.css';
import { api, KITS, type Kit, saveFile } from '../exams-api.ts';

/** Every edition of a kit, newest first. */
export function Editions({ kit }: { kit: Kit }) {
  const { t, tId, date } = useTexts();
  const read = useRead([...KITS, 'editions'], api.listKits, { programmeCode: kit.programmeCode });
  const rows = (read.data?.data.rows ?? []).filter(({ code }) => code === kit.code);
  return (
    <section className={`panel ${css.box}`}>
      <h2>{t('exams:rooms.kit.editions')}</h2>
      <ul className={css.list}>
        {rows.map((one) => (
          <li key={one.id}>
            <span className={css.stack}>
              {one.id === kit.id ? (
                <b>
                  {t('exams:rooms.kit.edition', { edition: one.edition })}, {t('exams:rooms.kit.this')}
                </b>
              ) : (
                <Link to="/kits/$id" params={{ id: one.id }}>
                  {t('exams:rooms.kit.edition', { edition: one.edition })}
                </Link>
              )}
              {one.approvedOn && (
                <small className="dim">
                  {t('exams:rooms.kit.approvedOn', { day: date(one.approvedOn) })}
                </small>
              )}
            </span>
            <span className="dim">{tId(`exams:state.kit.${one.state}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function WithdrawKit({ kit, onClose }: { kit: Kit; onClose: () => void }) {
  const { t } = useTexts();
  const withdraw = useChange(api.withdrawKit, [KITS]);
  const form = useForm({
    initial: { why: '' },
    schema: contract.withdrawKit['~orpc'].inputSchema,
    input: ({ why }) => ({ id: kit.id, why }),
  });
  return (
    <FormPanel
      title={t('exams:rooms.kit.withdrawTitle')}
      about={t('exams:rooms.kit.withdrawAbout')}
      submit={t('exams:rooms.kit.withdraw')}
      busy={form.busy}
      problems={form.problems}
      labels={{ why: t('exams:rooms.kit.withdrawWhy') }}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(withdraw.mutateAsync)) onClose();
      }}
    >
      <TextInput {...form.field('why')} label={t('exams:rooms.kit.withdrawWhy')} />
    </FormPanel>
  );
}

/** The workbook of a kit: the same five sheets that are read. */
export function DownloadKit({ kit }: { kit: Kit }) {
  const { t } = useTexts();
  const [busy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    try {
      saveFile((await api.exportKit({ id: kit.id })).data);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button icon="download" busy={busy} onClick={() => void download()}>
      {t('exams:rooms.kit.download')}
    </Button>
  );
}
