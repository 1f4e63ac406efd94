import type { ReactNode } from 'react';
import { useTexts } from '../../text.ts';
import { Num } from '../num.tsx';
import { usePhone } from '../use-phone.ts';
import { ChartFrame } from './chart-frame.tsx';
import css from './charts.module.css';
import { type FlowLink, type FlowNode, flowLayout } from './flow-layout.ts';

interface Props {
  title: string;
  note?: ReactNode;
  origin?: ReactNode;
  nodes: FlowNode[];
  links: FlowLink[];
  /** The whole story in one sentence, for those who do not see the picture. */
  summary: string;
}

const WIDTH = 1200;
const HEIGHT = 280;

function FlowList({ nodes }: { nodes: FlowNode[] }) {
  return (
    <ul className={css.flowList}>
      {nodes.map((node) => (
        <li key={node.id}>
          <b>
            <Num value={node.count} />
          </b>
          <span className={node.loss ? css.loss : undefined}>{node.label}</span>
        </li>
      ))}
    </ul>
  );
}

function FlowPicture({ nodes, links, summary }: Pick<Props, 'nodes' | 'links' | 'summary'>) {
  const { num } = useTexts();
  const placed = flowLayout(nodes, links, WIDTH, HEIGHT);
  return (
    <svg viewBox={`0 -4 ${WIDTH} ${placed.height}`} className={css.flow} role="img" aria-label={summary}>
      {placed.links.map((link) => (
        <path
          key={`${link.from} ${link.to}`}
          d={link.path}
          fill="none"
          stroke={link.loss ? 'var(--band)' : 'var(--accent-line)'}
          strokeOpacity={link.loss ? 0.75 : 0.55}
          strokeWidth={link.thickness}
        />
      ))}
      {placed.nodes.map((node) => {
        const middle = node.y + node.height / 2;
        const tall = node.height >= 36;
        return (
          <g key={node.id}>
            <rect
              x={node.x}
              y={node.y}
              width={placed.bar}
              height={node.height}
              rx={2}
              fill={node.loss ? 'var(--c6)' : 'var(--accent)'}
            />
            <text x={node.x + 18} y={tall ? middle - 2 : middle + 5} className={css.count}>
              {num(node.count)}
              {!tall && (
                <tspan className={css.words} dx={6}>
                  {node.label}
                </tspan>
              )}
            </text>
            {tall && (
              <text x={node.x + 18} y={middle + 15} className={css.words}>
                {node.label}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** From need to hire: how many went on and how many were lost at each step. On a phone, a list of the same. */
export function FlowChart({ title, note, origin, nodes, links, summary }: Props) {
  const { t } = useTexts();
  const phone = usePhone();
  return (
    <ChartFrame
      title={title}
      note={note}
      origin={origin}
      heads={[t('web:flow.step'), t('web:flow.people')]}
      rows={nodes.map((node) => ({ id: node.id, cells: [node.label, <Num key="n" value={node.count} />] }))}
    >
      {phone ? <FlowList nodes={nodes} /> : <FlowPicture nodes={nodes} links={links} summary={summary} />}
    </ChartFrame>
  );
}
