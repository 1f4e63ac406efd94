import { useCallback, useState } from 'react';
import { Button } from '../../widgets/button.tsx';
import { CertificateStrip } from '../../widgets/certificate-strip.tsx';
import { KeyNumbers } from '../../widgets/key-numbers.tsx';
import { Num, Percent, Range } from '../../widgets/num.tsx';
import { PageHead } from '../../widgets/page-head.tsx';
import { PrintButton, PrintFoot } from '../../widgets/print-button.tsx';
import { type Why, WhyDrawer } from '../../widgets/why-drawer.tsx';
import { hash, origin } from './gallery.data.ts';
import { SeatsTable } from './seats-table.tsx';
import { words } from './words.data.ts';

const [needed, learning, coming, spare, noRoom] = words.why.steps;
const [start, bold, rest] = words.why.answer;

const why: Why = {
  title: words.why.title,
  subject: words.why.subject,
  answer: (
    <>
      {start}
      <b>{bold}</b>
      {rest}
    </>
  ),
  made: {
    steps: [
      { label: needed, value: 140, kind: 'start' },
      { label: learning, value: -52 },
      { label: coming, value: -21 },
      { label: spare, value: 28 },
      { label: noRoom, value: -27, kind: 'limit' },
    ],
    total: { label: words.why.total, value: 68 },
  },
  limit: (
    <>
      <b>{words.why.limit[0]}</b>
      {words.why.limit[1]}
    </>
  ),
  otherwise: [{ title: words.why.otherwise, text: words.why.otherwiseText }],
  origin,
  acts: <Button>{words.why.change}</Button>,
  rules: words.why.rules.map((name) => ({ id: name, name })),
};

/** The page of the order: head, numbers, proof, table, reason at the right. */
export function OrderPart({ open = '' }: { open?: string }) {
  const [chosen, setChosen] = useState<string | null>(open || null);
  const onWhy = useCallback((code: string) => setChosen((now) => (now === code ? null : code)), []);
  const n = words.numbers;
  return (
    <>
      <PageHead
        title={words.title}
        tag={words.tag}
        crumbs={[...words.crumbs]}
        actions={
          <>
            <PrintButton />
            <Button>{words.variants}</Button>
            <Button kind="main">{words.send}</Button>
          </>
        }
      />
      <KeyNumbers
        numbers={[
          { label: n.seats, value: <Num value={8940} />, origin: { short: n.colleges, facts: origin } },
          {
            label: n.need,
            value: <Num value={9620} />,
            aside: <Range low={8100} high={11300} />,
            origin: { short: n.forecast, facts: origin },
          },
          {
            label: n.gap,
            value: <Num value={684} />,
            aside: <Percent value={0.071} />,
            origin: { short: n.trades, facts: origin },
          },
          {
            label: n.cost,
            value: <Num value={1.82} digits={2} />,
            aside: n.billion,
            origin: { short: n.norms, facts: () => Promise.reject(new Error('no server')) },
          },
        ]}
      />
      <CertificateStrip
        certificate={{ state: 'proved', hash, gap: 0.0006, checkedAt: '2026-11-12T11:32:00Z' }}
      >
        <Button kind="quiet">{words.verify}</Button>
      </CertificateStrip>
      <SeatsTable chosen={chosen} onWhy={onWhy} />
      <PrintFoot>{words.foot}</PrintFoot>
      <WhyDrawer why={chosen ? why : null} onClose={() => setChosen(null)} />
    </>
  );
}
