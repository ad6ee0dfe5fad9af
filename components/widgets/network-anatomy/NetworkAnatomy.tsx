import { fill } from '@book/ui';
import { Formula, Sym } from '@components/figure/Formula';
import { Frame, type IslandProps } from '@components/figure/Frame';
import { useWidgetState } from '@components/figure/state';
import { useMemo } from 'preact/hooks';
import { Entries } from './Entries';
import { messages } from './messages';
import {
  first,
  type Model,
  model,
  mostLayers,
  mostUnits,
  type State,
  schema,
  withLayer,
  withoutLayer,
  withUnits,
} from './model';
import { Skeleton } from './Skeleton';

const widget = 'network-anatomy';

export default function NetworkAnatomy(props: IslandProps) {
  const { lang } = props;
  const say = messages[lang];
  const ws = useWidgetState(widget, schema, first);
  const { state, set } = ws;
  const result = useMemo(() => model(state), [state]);
  const { chosen, layers } = result;
  const { layer, to, from } = chosen;
  const bias = from === 0;
  const onChoose = (next: Pick<State, 'layer' | 'to' | 'from'>): void => {
    if (next.layer === layer && next.to === to && next.from === from) return;
    set({ ...state, ...next });
  };
  const place = { layer, to, from, before: layer - 1 };

  return (
    <Frame
      {...props}
      widget={widget}
      state={ws}
      numbers={() => <Numbers model={result} />}
      pytorch={async () => (await import('./pytorch')).pytorch(state)}
    >
      <div class="fig-split anatomy">
        <div class="fig-stage">
          <Skeleton {...{ lang, sizes: state.sizes, chosen, onChoose }} />
          <Counts {...{ lang, state, model: result }} onChange={set} />
        </div>
        <div class="fig-says">
          <p class="big">
            <Sym of={bias ? 'b' : 'W'} layer={layer} index={bias ? to : `${to}${from}`} />
          </p>
          <p class="chosen-says" aria-live="polite">
            {fill(bias ? say.biasSays : say.weightSays, place)}
            <br />
            {fill(bias ? say.biasPlace : say.weightPlace, place)}
          </p>
          <Entries {...{ lang, layer: layers[layer - 1]!, chosen, onChoose }} />
        </div>
      </div>
      <div class="fig-controls">
        <button
          type="button"
          class="fig-button main"
          disabled={state.sizes.length >= mostLayers}
          onClick={() => set(withLayer(state))}
        >
          {say.addLayer}
        </button>
        <button
          type="button"
          class="fig-button"
          disabled={state.sizes.length <= 2}
          onClick={() => set(withoutLayer(state))}
        >
          {say.removeLayer}
        </button>
      </div>
    </Frame>
  );
}

interface CountsProps {
  lang: IslandProps['lang'];
  state: State;
  model: Model;
  onChange: (state: State) => void;
}

/** A row for each layer: its units, to be changed, the shapes of W and b, and how many that is. */
function Counts({ lang, state, model: { layers, parameters }, onChange }: CountsProps) {
  const say = messages[lang];
  const stepper = (l: number) => (
    <span class="unit-stepper">
      <button
        type="button"
        class="fig-button"
        aria-label={fill(say.fewer, { l })}
        disabled={state.sizes[l]! <= 1}
        onClick={() => onChange(withUnits(state, l, state.sizes[l]! - 1))}
      >
        −
      </button>
      <b>{state.sizes[l]}</b>
      <button
        type="button"
        class="fig-button"
        aria-label={fill(say.more, { l })}
        disabled={state.sizes[l]! >= mostUnits}
        onClick={() => onChange(withUnits(state, l, state.sizes[l]! + 1))}
      >
        +
      </button>
    </span>
  );
  return (
    <table class="counts">
      <thead>
        <tr>
          <th scope="col">{say.layer}</th>
          <th scope="col">{say.units}</th>
          <th scope="col">
            <Sym of="W" layer="l" />
          </th>
          <th scope="col">
            <Sym of="b" layer="l" />
          </th>
          <th scope="col">{say.count}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">0</th>
          <td>{stepper(0)}</td>
          <td />
          <td />
          <td />
        </tr>
        {layers.map(({ layer, shape, biases, weights }) => (
          <tr key={layer}>
            <th scope="row">{layer}</th>
            <td>{stepper(layer)}</td>
            <td>{shape.join('×')}</td>
            <td>{biases}×1</td>
            <td>
              {weights} + {biases}
            </td>
          </tr>
        ))}
        <tr class="total">
          <th scope="row" colSpan={4}>
            {say.total}
          </th>
          <td>{parameters}</td>
        </tr>
      </tbody>
    </table>
  );
}

/** P = Σ n_l (n_(l−1) + 1), with the present sizes. */
const Numbers = ({ model: { layers, parameters } }: { model: Model }) => (
  <Formula equation="wn-parameters">
    <i>P</i> = {layers.map(({ units, before }) => `${units}·(${before} + 1)`).join(' + ')} ={' '}
    {parameters}
  </Formula>
);
