import type { Lang } from '@book/languages';
import { fill } from '@book/ui';
import { DragHandle } from '@components/controls/DragHandle';
import { stepKeys } from '@components/controls/step-keys';
import { fixed } from '@components/figure/format';
import type { Place } from '@components/figure/plane/region';
import { messages } from './messages';
import { angleTowards, footOf, handLine, lineThrough } from './model';
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

/** The reader's two handles: one moves the line, the tip of W turns it about the first. */
export function LineHandles({ lang, state, place, back, onChange }: LineHandlesProps) {
  const say = messages[lang];
  const { angle, shift } = state;
  const { W } = handLine(state);
  const foot = footOf(state);
  const [fx, fy] = place(foot);
  const [tx, ty] = place([foot[0] + reach * W[0], foot[1] + reach * W[1]]);

  const moveTo = (to: Place): void => onChange({ ...state, ...lineThrough(angle, to) });
  const turnTo = (next: number): void => onChange({ ...state, ...lineThrough(around(next), foot) });
  return (
    <>
      <DragHandle
        class="handle move"
        name={say.move}
        min={-farthest}
        max={farthest}
        value={shift}
        text={fill(say.shifted, { value: fixed(shift, 2) })}
        drag={{
          start: () => undefined,
          move: ({ x, y }) => moveTo(back([x, y])),
        }}
        onKeyDown={stepKeys({ arrow: 0.02, page: 0.1 }, (by) =>
          moveTo([foot[0] + by * W[0], foot[1] + by * W[1]]),
        )}
      >
        <circle cx={fx} cy={fy} r={24} class="handle-place" />
        <circle cx={fx} cy={fy} r={7} class="grip" />
      </DragHandle>
      <DragHandle
        class="handle turn"
        name={say.turn}
        min={-180}
        max={180}
        value={angle}
        text={fill(say.turned, { value: fixed(angle, 0) })}
        drag={{
          start: () => undefined,
          move: ({ x, y }) => turnTo(angleTowards(foot, back([x, y]))),
        }}
        onKeyDown={stepKeys({ arrow: 3, page: 15 }, (by) => turnTo(angle + by))}
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
      </DragHandle>
    </>
  );
}
