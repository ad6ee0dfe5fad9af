import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * Seconds since the figure began to move by itself: counts while `moving` is true and the element
 * is on the screen, thirty times a second.
 */
export function useSeconds(element: RefObject<Element>, moving: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (!moving || !element.current) return;
    let frame = 0;
    let last: number | undefined;
    const tick = (now: number): void => {
      frame = requestAnimationFrame(tick);
      if (last !== undefined && now - last < 33) return;
      const passed = last === undefined ? 0 : Math.min(100, now - last);
      last = now;
      setSeconds((before) => before + passed / 1000);
    };
    const observer = new IntersectionObserver(([entry]) => {
      cancelAnimationFrame(frame);
      last = undefined;
      if (entry?.isIntersecting) frame = requestAnimationFrame(tick);
    });
    observer.observe(element.current);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [moving, element]);
  return seconds;
}

/** Whether the reader wants nothing to move that they did not move. */
export const prefersStillness = (): boolean =>
  matchMedia('(prefers-reduced-motion: reduce)').matches;
