import type { Lang } from '@book/languages';
import { fill } from '@book/ui';
import { useDrag } from '@components/controls/use-drag';
import { fixed } from '@components/figure/format';
import type { Place } from '@components/figure/plane/region';
import { messages } from './messages';
import { angleTowards, footOf, handLine, shiftThrough } from './model';
import { farthest, type State } from './state';

interface LineHandlesProps {
  lang: Lang;
  state: State;
  /** From the plane to the drawing, and back. */
  place: (point: Place) => Place;
  back: (at: Place) => Place;
  onChange: (state: State) => void;
}

/** How long the arrow is drawn, in units of the plane; W itself has length 1. */
const reach = 0.32;

const around = (angle: number): number => ((((angle + 180) % 360) + 360) % 360) - 180;

/** The reader's two handles: the line itself, moved along W, and the tip of W, which turns it. */
export function LineHandles({ lang, state, place, back, onChange }: LineHandlesProps) {
  const say = messages[lang];
  const { angle, shift } = state;
  const { W } = handLine(state);
  const foot = footOf(state);
  const [fx, fy] = place(foot);
  const [tx, ty] = place([foot[0] + reach * W[0], foot[1] + reach * W[1]]);

  const moveTo = (next: number): void =>
    onChange({ ...state, shift: Math.min(farthest, Math.max(-farthest, tidy(next))) });
  const turnTo = (next: number): void => onChange({ ...state, angle: around(next) });
  const mover = useDrag<SVGGElement, undefined>({
    start: () => undefined,
    move: ({ x, y }) => moveTo(shiftThrough(angle, back([x, y]))),
  });
  const turner = useDrag<SVGGElement, undefined>({
    start: () => undefined,
    move: ({ x, y }) => turnTo(angleTowards(foot, back([x, y]))),
  });
  const keys =
    (step: number, change: (by: number) => void) =>
    (event: KeyboardEvent): void => {
      const steps = {
        ArrowUp: 1,
        ArrowRight: 1,
        ArrowDown: -1,
        ArrowLeft: -1,
        PageUp: 5,
        PageDown: -5,
      }[event.key];
      if (steps === undefined) return;
      event.preventDefault();
      change(steps * step);
    };
  return (
    <>
      <g
        ref={mover}
        class="handle move"
        role="slider"
        tabIndex={0}
        aria-label={say.move}
        aria-valuemin={-farthest}
        aria-valuemax={farthest}
        aria-valuenow={shift}
        aria-valuetext={fill(say.shifted, { value: fixed(shift, 2) })}
        onKeyDown={keys(0.02, (by) => moveTo(shift + by))}
      >
        <circle cx={fx} cy={fy} r={24} class="handle-place" />
        <circle cx={fx} cy={fy} r={7} class="grip" />
      </g>
      <g
        ref={turner}
        class="handle turn"
        role="slider"
        tabIndex={0}
        aria-label={say.turn}
        aria-valuemin={-180}
        aria-valuemax={180}
        aria-valuenow={angle}
        aria-valuetext={fill(say.turned, { value: fixed(angle, 0) })}
        onKeyDown={keys(3, (by) => turnTo(angle + by))}
        data-sym="W"
      >
        <line x1={fx} y1={fy} x2={tx} y2={ty} class="arrow" />
        <circle cx={tx} cy={ty} r={24} class="handle-place" />
        <path
          class="tip"
          transform={`translate(${tx},${ty}) rotate(${-angle})`}
          d="M6,0L-9,-7L-9,7Z"
        />
        <text x={tx + 14 * W[0]} y={ty - 14 * W[1]} dy="0.35em" text-anchor="middle" class="name">
          W
        </text>
      </g>
    </>
  );
}

const tidy = (value: number): number => Number(value.toFixed(3));
