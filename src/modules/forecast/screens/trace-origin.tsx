import type { ReactNode } from 'react';
import { type Texts, useTexts } from '../../../web/text.ts';
import { Origin } from '../../../web/widgets/origin.tsx';
import type { OriginFacts, StemNode } from '../../../web/widgets/stem.tsx';
import { api, type Trace, tens } from './forecast-api.ts';

type Asked = Parameters<typeof api.traceCell>[0];

/** From the number down to the enterprises: the parts of the calculation, the lines, the people who stated them. */
export function traceFacts(trace: Trace, { t, date }: Pick<Texts, 't' | 'date'>): OriginFacts {
  const at = date(trace.createdAt, 'short');
  const lines = trace.lines.length + trace.hidden.rows;
  const names = [...new Set(trace.lines.map((line) => line.organisation))].slice(0, 3);
  const parts = trace.nodes
    .filter((node) => Math.round(node.people) !== 0)
    .map(
      (node): StemNode => ({
        count: tens(node.people),
        noun: t('forecast:screen.noun.people', { count: tens(node.people) }),
        source: t(`forecast:screen.trace.${node.kind}`),
      }),
    );
  return {
    nodes: [
      {
        count: tens(trace.people),
        noun: t('forecast:screen.noun.people', { count: tens(trace.people) }),
        source: t('forecast:screen.trace.run', { at }),
      },
      ...parts,
      {
        count: lines,
        noun: t('forecast:screen.noun.lines', { count: lines }),
        source: t('forecast:screen.trace.lines'),
      },
      {
        count: trace.enterprises,
        noun: t('forecast:screen.noun.enterprises', { count: trace.enterprises }),
        source: names.length > 0 ? names.join(', ') : t('forecast:screen.trace.nobody'),
      },
    ],
    ...(trace.hidden.rows > 0 && {
      hidden: {
        count: trace.hidden.rows,
        why: t(
          trace.hidden.why === 'restricted'
            ? 'forecast:screen.trace.restricted'
            : 'forecast:screen.trace.scope',
        ),
      },
    }),
  };
}

/** «откуда?» of one number of the forecast; asked from the server only when it is opened. */
export function TraceOrigin({
  of,
  short,
  label,
  children,
}: {
  of: Asked;
  short?: ReactNode;
  label?: string;
  children?: ReactNode;
}) {
  const texts = useTexts();
  return (
    <Origin
      facts={async () => traceFacts((await api.traceCell(of)).data, texts)}
      short={short}
      {...(label !== undefined && { label })}
    >
      {children}
    </Origin>
  );
}
