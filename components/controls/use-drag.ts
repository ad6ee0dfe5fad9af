import { drag, select } from 'd3';
import { type MutableRef, useEffect, useRef } from 'preact/hooks';

interface Drag<From> {
  /** What is remembered from the start of a drag: the value before it, say. */
  start: () => From;
  /** Distance from the start in pixels of the page, or in user units inside an SVG, and where. */
  move: (at: { dx: number; dy: number; x: number; y: number; from: From }) => void;
  end?: () => void;
}

/**
 * Makes an element a handle for mouse, pen and finger (d3-drag). The page does not scroll while it
 * is dragged. A drag is never the only way: give the element keys as well.
 */
export function useDrag<E extends HTMLElement | SVGElement, From>(
  handlers: Drag<From>,
): MutableRef<E | null> {
  const element = useRef<E>(null);
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    if (!element.current) return;
    let from: From;
    let origin = { x: 0, y: 0 };
    const behaviour = drag<E, unknown>()
      .on('start', ({ x, y }) => {
        from = latest.current.start();
        origin = { x, y };
      })
      .on('drag', ({ x, y }) => {
        latest.current.move({ dx: x - origin.x, dy: y - origin.y, x, y, from });
      })
      .on('end', () => latest.current.end?.());
    const selection = select(element.current);
    selection.call(behaviour);
    return () => {
      selection.on('.drag', null);
    };
  }, []);
  return element;
}
