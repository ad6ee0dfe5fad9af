import { type MutableRef, useEffect, useRef } from 'preact/hooks';
import { type Point, userPoint } from './user-point';

export interface Drag<From> {
  /** What is remembered from the start of a drag: the value before it, say. */
  start: () => From;
  /**
   * Distance from the start in pixels of the page, or in user units of the parent inside an SVG,
   * and where the pointer is.
   */
  move: (at: { dx: number; dy: number; x: number; y: number; from: From }) => void;
  end?: () => void;
  /** Only a mouse or pen drags: a finger on the element scrolls the page, as in a text field. */
  fingersScroll?: boolean;
}

/** Less than this, in pixels of the page, is a click that shook. */
const shake = 2;

/**
 * Makes an element a handle for mouse, pen and finger, by pointer events alone (d3-drag would weigh
 * more than a widget). The page does not scroll while it is dragged. A drag is never the only way:
 * give the element keys as well.
 */
export function useDrag<E extends HTMLElement | SVGElement, From>(
  handlers: Drag<From>,
): MutableRef<E | null> {
  const element = useRef<E>(null);
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    const handle = element.current;
    if (!handle) return;
    return listen(handle, () => latest.current);
  }, []);
  return element;
}

function listen<From>(handle: HTMLElement | SVGElement, drag: () => Drag<From>): () => void {
  let held: { pointer: number; from: From; x: number; y: number; moved: boolean } | undefined;
  let [clickX, clickY] = [0, 0];

  const down = (event: Event): void => {
    const { pointerId, pointerType, button, ctrlKey, clientX, clientY } = event as PointerEvent;
    if (held || button !== 0 || ctrlKey) return;
    if (pointerType === 'touch' && drag().fingersScroll) return;
    const at = place(handle, event);
    if (!at) return;
    [clickX, clickY] = [clientX, clientY];
    held = { pointer: pointerId, from: drag().start(), moved: false, ...at };
    handle.setPointerCapture(pointerId);
    document.addEventListener('selectstart', prevent);
  };
  const move = (event: Event): void => {
    const { pointerId, clientX, clientY } = event as PointerEvent;
    if (!held || pointerId !== held.pointer) return;
    held.moved ||= Math.hypot(clientX - clickX, clientY - clickY) > shake;
    if (!held.moved) return;
    const at = place(handle, event);
    if (!at) return;
    drag().move({ ...at, dx: at.x - held.x, dy: at.y - held.y, from: held.from });
  };
  const up = (): void => {
    if (!held) return;
    held = undefined;
    document.removeEventListener('selectstart', prevent);
    drag().end?.();
  };
  const scroll = (event: Event): void => {
    if (held) event.preventDefault();
  };

  if (!drag().fingersScroll) handle.style.touchAction = 'none';
  handle.addEventListener('pointerdown', down);
  handle.addEventListener('pointermove', move);
  handle.addEventListener('pointerup', up);
  handle.addEventListener('pointercancel', up);
  handle.addEventListener('touchmove', scroll, { passive: false });
  return () => {
    up();
    handle.removeEventListener('pointerdown', down);
    handle.removeEventListener('pointermove', move);
    handle.removeEventListener('pointerup', up);
    handle.removeEventListener('pointercancel', up);
    handle.removeEventListener('touchmove', scroll);
  };
}

const prevent = (event: Event): void => event.preventDefault();

/**
 * Where the pointer is: on the page, or in the user units of an SVG element's parent. Nowhere while
 * the drawing has no size (folded away, or not laid out): a drag waits for it.
 */
function place(handle: HTMLElement | SVGElement, event: Event): Point | undefined {
  const { clientX: x, clientY: y } = event as PointerEvent;
  const parent = handle.parentNode;
  if (!(handle instanceof SVGElement) || !(parent instanceof SVGGraphicsElement)) return { x, y };
  const matrix = parent.getScreenCTM();
  return matrix ? userPoint(matrix, { x, y }) : undefined;
}
