import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../text.ts';
import { Num } from './num.tsx';
import css from './stem.module.css';

/** One step on the way from a number down to people's rows. */
export interface StemNode {
  count: number | null;
  /** The noun in the right form after the count: «предприятий». */
  noun: string;
  /** Where it is from and as of when: «опрос предприятий, весна 2026». */
  source: string;
  /** The list itself; the last node leads there. */
  to?: string;
}

export interface OriginFacts {
  nodes: StemNode[];
  /** Rows this person may not see, and why. */
  hidden?: { count: number; why: string };
}

function Node({ node }: { node: StemNode }) {
  const words: ReactNode = (
    <>
      <b>
        <Num value={node.count} />
      </b>
      <span>{node.noun}</span>
    </>
  );
  return (
    <li>
      {node.to ? <Link to={node.to}>{words}</Link> : words}
      <small>{node.source}</small>
    </li>
  );
}

/** A line with nodes: from the number at the top to the rows it was made of; the last node is alive. */
export function Stem({ facts }: { facts: OriginFacts }) {
  const { t } = useTexts();
  return (
    <>
      <ol className={css.stem}>
        {facts.nodes.map((node) => (
          <Node key={`${node.noun} ${node.source}`} node={node} />
        ))}
      </ol>
      {facts.hidden && facts.hidden.count > 0 && (
        <p className={css.hidden}>
          {t('web:origin.hidden', { count: facts.hidden.count })} {facts.hidden.why}
        </p>
      )}
    </>
  );
}
