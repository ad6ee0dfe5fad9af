import type { Lang } from '@book/languages';
import { fill } from '@book/ui';
import { fixed } from '@components/figure/format';
import { Diagram, type EdgeView, type NodeView } from '@components/figure/network/Diagram';
import { layout } from '@components/figure/network/layout';
import { Press } from '@components/figure/network/Press';
import { messages } from './messages';
import { type Model, parameters, type State, units, x } from './model';

const { W1, W2 } = parameters;
const places = layout([2, units, 1], false);
const sum = [0, 1, 2, 3];

interface NetProps {
  lang: Lang;
  model: Model;
  state: State;
  /** Switches unit k on or off by hand. */
  onSwitch: (k: number) => void;
}

/** The network under the present mask: a unit that is off sends nothing and hears nothing back. */
export function Net({ lang, model, state, onSwitch }: NetProps) {
  const say = messages[lang];
  const back = state.pass === 'backward';
  const nodes: NodeView[] = [
    ...x.map((value, i): NodeView => ({ layer: 0, unit: i + 1, sym: 'x', value: fixed(value, 1) })),
    ...model.units.map(
      ({ r, sent, gradient }, k): NodeView => ({
        layer: 1,
        unit: k + 1,
        sym: 'a',
        letter: 'ã',
        value: fixed(sent, 2),
        heat: sent / 2,
        under: back ? fixed(gradient, 3) : undefined,
        off: r === 0,
      }),
    ),
    { layer: 2, unit: 1, sym: 'a', value: fixed(model.output, 2), heat: model.output / 2 },
  ];
  const edges: EdgeView[] = [
    ...W1.flatMap((row, k) =>
      row.map(
        (weight, i): EdgeView => ({
          layer: 1,
          to: k + 1,
          from: i + 1,
          weight,
          off: model.units[k]!.r === 0,
        }),
      ),
    ),
    ...sum.map((k): EdgeView => {
      const on = model.units[k]!.r === 1;
      return {
        layer: 2,
        to: 1,
        from: k + 1,
        weight: W2[0]![k]!,
        off: !on,
        tone: on ? (back ? 'backward' : 'forward') : undefined,
      };
    }),
  ];
  return (
    <Diagram
      layout={places}
      nodes={nodes}
      edges={edges}
      columns={[say.input, say.hidden, say.output]}
      label={say.net}
    >
      {model.units.map(({ r }, k) => {
        const { x: cx, y: cy } = places.node(1, k + 1);
        return (
          <Press
            key={k}
            x={cx}
            y={cy}
            name={fill(r ? say.switchOff : say.switchOn, { k: k + 1 })}
            onPress={() => onSwitch(k)}
          />
        );
      })}
    </Diagram>
  );
}
