import { useSearch } from '@tanstack/react-router';
import { Desk } from '../../layouts/desk.tsx';
import { ErrorPage } from '../../layouts/error-page.tsx';
import { ExpiredDialog } from '../../layouts/expired-dialog.tsx';
import { NotFound } from '../../layouts/not-found.tsx';
import { PrintPages } from '../../layouts/print.tsx';
import publicCss from '../../layouts/public.module.css';
import { PublicPages } from '../../layouts/public.tsx';
import { SessionProvider } from '../../session.tsx';
import { ProgressPanel } from '../../widgets/progress-panel.tsx';
import { FilePart } from './file-part.tsx';
import { FormPart } from './form-part.tsx';
import { job, menuPages, publicPages, session } from './gallery.data.ts';
import css from './gallery.module.css';
import { OrderPart } from './order-part.tsx';
import { PicturePart } from './picture-part.tsx';
import { SeatsTable } from './seats-table.tsx';
import { StatePart } from './state-part.tsx';
import { words } from './words.data.ts';
import { WorkPart } from './work-part.tsx';

const panel = <ProgressPanel job={job} onCancel={() => {}} />;

function Part({ name, open }: { name: string; open: string }) {
  switch (name) {
    case 'work':
      return <WorkPart />;
    case 'pictures':
      return <PicturePart />;
    case 'form':
      return (
        <>
          <FormPart />
          <FilePart />
        </>
      );
    case 'states':
      return <StatePart />;
    case 'empty':
      return <SeatsTable chosen={null} onWhy={() => {}} rows={[]} />;
    case 'failed':
      return <SeatsTable chosen={null} onWhy={() => {}} rows={[]} failed />;
    case 'expired':
      return <ExpiredDialog opened />;
    case 'error':
      return <ErrorPage error={new Error('gallery')} reset={() => {}} />;
    default:
      return <OrderPart open={open} />;
  }
}

/** Every widget in every state, without a server: for looking at and for tests of contrast and of reading aloud. */
export default function Gallery() {
  const { frame = '', part = '', why = '' } = useSearch({ strict: false }) as Record<string, string>;
  const whole = (
    <>
      <OrderPart />
      <WorkPart />
      <PicturePart />
      <FormPart />
      <FilePart />
      <StatePart />
    </>
  );
  return (
    <SessionProvider given={session}>
      {frame === 'public' && (
        <PublicPages pages={publicPages}>
          <div className={publicCss.wrap}>
            <h1 className={css.hero}>{words.hero[0]}</h1>
            <p>{words.hero[1]}</p>
            <PicturePart />
          </div>
        </PublicPages>
      )}
      {frame === 'lost' && (
        <PublicPages pages={publicPages}>
          <NotFound />
        </PublicPages>
      )}
      {frame === 'print' && (
        <PrintPages>
          <OrderPart />
        </PrintPages>
      )}
      {frame === '' && (
        <Desk pages={menuPages} work={panel}>
          {part === 'all' ? whole : <Part name={part} open={why} />}
          {part !== '' && part !== 'all' && part !== 'error' && (
            <h1 className="sr">{words.sections.states}</h1>
          )}
        </Desk>
      )}
    </SessionProvider>
  );
}
