import { createContext, type ReactNode, useContext, useState } from 'react';
import { createPortal } from 'react-dom';

const AsideContext = createContext<HTMLElement | null>(null);

/** The place at the right of a desk page where a drawer stands beside the content instead of over it. */
export function AsideProvider({
  children,
}: {
  children: (slot: (element: HTMLElement | null) => void) => ReactNode;
}) {
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  return <AsideContext value={slot}>{children(setSlot)}</AsideContext>;
}

/** Draws its children in that place; in layouts without one, at the end of the body. */
export function Aside({ children }: { children: ReactNode }) {
  const slot = useContext(AsideContext);
  return createPortal(children, slot ?? document.body);
}
