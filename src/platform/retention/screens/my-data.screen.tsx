import { useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { PageHead, SectionHead } from '../../../web/widgets/page-head.tsx';
import { LooksTable } from './looks-table.tsx';
import { api, MINE } from './my-data-api.ts';
import { MyRequests } from './my-requests.tsx';
import { SectionCard } from './section-card.tsx';

/** Hands the copy over as a file: what was asked for is not left lying on the server. */
async function download(): Promise<void> {
  const { data } = await api.exportMyData({});
  const address = URL.createObjectURL(
    new Blob([JSON.stringify(data, null, 1)], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = `my-data-${data.at.slice(0, 10)}.json`;
  link.click();
  URL.revokeObjectURL(address);
}

function Copy() {
  const { t } = useTexts();
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');
  const take = () => {
    setState('busy');
    download().then(
      () => setState('ready'),
      () => setState('failed'),
    );
  };
  return (
    <>
      {state === 'failed' && <span role="alert">{t('retention:mine.copyFailed')}</span>}
      <Button icon="download" busy={state === 'busy'} onClick={take}>
        {t('retention:mine.copy')}
      </Button>
    </>
  );
}

/** What is held about me, who looked, a copy, withdrawal, requests. */
export default function MyData() {
  const { t } = useTexts();
  const read = useRead(MINE, api.myData, {});
  const sections = read.data?.data.sections;
  return (
    <>
      <PageHead title={t('retention:mine.title')} about={t('retention:mine.about')} actions={<Copy />} />
      {read.isError && (
        <EmptyState text={read.error.message}>
          <Button onClick={() => void read.refetch()}>{t('web:error.again')}</Button>
        </EmptyState>
      )}
      {sections?.length === 0 && <EmptyState text={t('retention:mine.nothing')} />}
      {sections?.map((section) => (
        <SectionCard key={section.id} section={section} />
      ))}
      <LooksTable />
      <SectionHead id="requests" title={t('retention:requests.title')} note={t('retention:requests.about')} />
      <MyRequests sections={sections ?? []} />
    </>
  );
}
