import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { GenericSchema } from 'valibot';
import { decodeFragment, encodeFragment } from './fragment';

/** The state of one widget, kept in the address of the page. */
export interface WidgetState<S> {
  readonly state: S;
  set(next: S | ((state: S) => S)): void;
  reset(): void;
  /** The address named a state of this widget that could not be read. */
  readonly damaged: boolean;
  /** The state as a fragment without `#`; empty for the first state. */
  readonly fragment: string;
}

/** Some keys of a state with their new values. */
export type Change<S> = { readonly [K in keyof S]?: S[K] };

/** Safari allows a hundred changes of address in thirty seconds. */
const addressMs = 350;

/**
 * State that lives in the address. The first picture is always that of `first`, as it was drawn at
 * build time; the address is read right after it, and again whenever it changes.
 *
 * @param schema bounds every number: whatever a link says, it is that state or the first one
 */
export function useWidgetState<S extends Readonly<Record<string, unknown>>>(
  widget: string,
  schema: GenericSchema<unknown, S>,
  first: S,
): WidgetState<S> {
  const [state, setState] = useState(first);
  const [damaged, setDamaged] = useState(false);
  const fragment = useMemo(() => encodeFragment(widget, state, first), [widget, state, first]);

  useEffect(() => {
    const read = (): void => {
      const decoded = decodeFragment(location.hash, widget, schema, first);
      if (decoded.kind === 'state') setState(decoded.state);
      if (decoded.kind !== 'none') setDamaged(decoded.kind === 'damaged');
      if (decoded.kind === 'damaged') setState(first);
    };
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, [widget, schema, first]);

  const [touched, setTouched] = useState(false);
  const written = useRef(-addressMs);
  useEffect(() => {
    if (!touched) return;
    const write = (): void => {
      written.current = performance.now();
      const { pathname, search } = location;
      history.replaceState(history.state, '', `${pathname}${search}${fragment && `#${fragment}`}`);
    };
    // At once, so that a reader who leaves or copies the address right after a step has that step.
    const wait = written.current + addressMs - performance.now();
    if (wait <= 0) return write();
    const timer = setTimeout(write, wait);
    return () => clearTimeout(timer);
  }, [fragment, touched]);

  const set = (next: S | ((state: S) => S)): void => {
    setTouched(true);
    setDamaged(false);
    setState(next);
  };
  return { state, set, reset: () => set(first), damaged, fragment };
}
