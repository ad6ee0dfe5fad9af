import type { EdgeView } from '@components/figure/network/Diagram';
import { between, type Layout } from '@components/figure/network/layout';

interface PulsesProps {
  layout: Layout;
  edges: readonly EdgeView[];
}

/** Custom properties of CSS count as a style. */
type Style = Record<`--${string}`, string>;

/**
 * The blame on its way from the output back to the input: a dot on every edge, larger where there
 * is more of it. They move by CSS transforms alone, which cost the page's own thread nothing.
 */
export const Pulses = ({ layout, edges }: PulsesProps) => (
  <div class="pulses" aria-hidden="true">
    {edges.map(({ layer, to, from, blame = 0 }) => {
      const [start, end] = between(
        layout.node(layer, to),
        layout.node(layer - 1, from),
        layout.radius,
      );
      // In hundredths of the drawing's width, whatever that is.
      const share = (units: number): string => ((100 * units) / layout.width).toFixed(2);
      const style: Style = {
        '--x0': share(start.x),
        '--y0': share(start.y + 4),
        '--x1': share(end.x),
        '--y1': share(end.y + 4),
        '--size': (0.25 + 0.75 * blame).toFixed(2),
      };
      return (
        <span key={`${layer} ${to} ${from}`} class={layer === 2 ? 'second' : ''} {...{ style }} />
      );
    })}
  </div>
);
