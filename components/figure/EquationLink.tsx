import type { EquationLinks } from '@components/equation/links';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** The equations that a figure may link to; Frame provides them. */
export const EquationContext = createContext<EquationLinks>({});

/**
 * The number of an equation as a link to it, `(2.9)`; nothing for an equation that the figure was
 * not given. In a frame on someone's slides it opens a page of its own.
 */
export function EquationLink({ id }: { id: string }) {
  const link = useContext(EquationContext)[id];
  if (!link) return null;
  const embedded = typeof window !== 'undefined' && window.self !== window.top;
  return (
    <a class="eq-link" href={link.href} target={embedded ? '_blank' : undefined} rel="noopener">
      ({link.number})
    </a>
  );
}
