import { fill } from '@book/ui';
import { Select } from '@components/controls/Select';
import { Slider } from '@components/controls/Slider';
import { Formula, Num, Sym } from '@components/figure/Formula';
import { Frame, type IslandProps } from '@components/figure/Frame';
import { fixed } from '@components/figure/format';
import { MatrixView } from '@components/figure/matrix/MatrixView';
import { useWidgetState } from '@components/figure/state';
import { useMemo } from 'preact/hooks';
import { messages } from './messages';
import { follow, learn, type Model, model, type Probe, startAfresh } from './model';
import { Panels } from './Panels';
import { activationNames, bound, example, first, type State, schema } from './state';
import { useFold } from './use-fold';

const widget = 'folding';

export default function Folding(props: IslandProps) {
  const { lang } = props;
  const say = messages[lang];
  const ws = useWidgetState(widget, schema, first);
  const { state, set } = ws;
  const { fold, x, f, W1, b1, W2, b2 } = state;
  const drawn = useMemo(() => model({ f, W1, b1, W2, b2 }), [f, W1, b1, W2, b2]);
  const probe = follow(state);
  const play = useFold((next) => set((now) => ({ ...now, fold: next })));
  const { wrong, points } = drawn;

  return (
    <Frame
      {...props}
      widget={widget}
      state={ws}
      numbers={() => <Numbers {...{ state, probe }} />}
      pytorch={async () => (await import('./pytorch')).pytorch(state)}
    >
      <div class="fig-split folding">
        <div class="fig-stage">
          <Panels
            {...{ lang, fold, probe, model: drawn }}
            onProbe={(next) => set({ ...state, x: next })}
          />
        </div>
        <div class="fig-says">
          <p class={`big ${wrong === 0 ? 'is-right' : 'is-wrong'}`}>
            {wrong === 0 ? say.allRight : fill(say.someWrong, { wrong })}
          </p>
          <p class="verdict" aria-live="polite">
            {say[verdict(state, drawn)]}
          </p>
          <table class="points">
            <thead>
              <tr>
                <th scope="col">
                  <Sym of="x" index={1} />, <Sym of="x" index={2} />
                </th>
                <th scope="col">
                  <Sym of="a" layer={1} index={1} />
                </th>
                <th scope="col">
                  <Sym of="a" layer={1} index={2} />
                </th>
                <th scope="col">
                  <Sym of="a" layer={2} index={1} />
                </th>
                <th scope="col">
                  <Sym of="y" />
                </th>
              </tr>
            </thead>
            <tbody>
              {points.map((point) => (
                <tr key={point.x.join()} class={point.wrong ? 'is-wrong' : ''}>
                  <th scope="row">
                    {fixed(point.x[0], 0)}, {fixed(point.x[1], 0)}
                  </th>
                  <Cells point={point} />
                  <td>{point.y}</td>
                </tr>
              ))}
              <tr class="followed">
                <th scope="row">
                  <span aria-hidden="true">◇ </span>
                  {fixed(x[0]!, 2)}, {fixed(x[1]!, 2)}
                </th>
                <Cells point={probe} />
                <td />
              </tr>
            </tbody>
          </table>
        </div>
      </div>
      <div class="fig-controls">
        <button type="button" class="fig-button main" onClick={play}>
          {say.play}
        </button>
        <Slider
          label={say.fold}
          value={fold}
          min={0}
          max={1}
          step={0.01}
          show={(value) => `${fixed(100 * value, 0)} %`}
          onChange={(next) => set({ ...state, fold: next })}
        />
        <Select
          label={say.activation}
          value={state.f}
          options={activationNames.map((value) => ({ value, text: say.names[value] }))}
          onChange={(f) => set(example(state, f))}
        />
        <button type="button" class="fig-button" onClick={() => set(startAfresh(state))}>
          {say.afresh}
        </button>
        <button type="button" class="fig-button" onClick={() => set(learn(state))}>
          {say.learn}
        </button>
        <span class="seed">{state.seed > 0 && `${say.seed} ${state.seed}`}</span>
        <details class="weights">
          <summary>{say.weights}</summary>
          <div class="weight-rows">
            <Weights {...{ lang, state, set }} />
          </div>
        </details>
      </div>
    </Frame>
  );
}

/** Which sentence of the messages describes the state. */
function verdict({ f }: State, { wrong, fewest }: Model) {
  if (wrong === 0) return 'separated';
  if (fewest === 0) return 'couldBe';
  return f === 'identity' ? 'cannotLinear' : 'cannot';
}

const Cells = ({ point: { a1, a2 } }: { point: { a1: readonly number[]; a2: number } }) => (
  <>
    <td>
      <Num of="a">{fixed(a1[0]!, 3)}</Num>
    </td>
    <td>
      <Num of="a">{fixed(a1[1]!, 3)}</Num>
    </td>
    <td>
      <Num of="a">{fixed(a2, 3)}</Num>
    </td>
  </>
);

interface WeightsProps {
  lang: IslandProps['lang'];
  state: State;
  set: (state: State) => void;
}

/** All nine parameters, to be changed by hand. */
function Weights({ lang, state, set }: WeightsProps) {
  const edited = (rows: readonly (readonly number[])[], i: number, j: number, value: number) =>
    rows.map((row, r) => (r === i ? row.with(j, value) : [...row]));
  return (
    <>
      {([1, 2] as const).map((layer) => {
        const [W, b] = layer === 1 ? [state.W1, state.b1] : [state.W2, state.b2];
        return (
          <span key={layer} class="weight-pair">
            <MatrixView
              lang={lang}
              name={<Sym of="W" layer={layer} />}
              spoken={`W ${layer}`}
              rows={W}
              sym="W"
              layer={layer}
              bound={bound}
              onEdit={(i, j, value) =>
                set({ ...state, [layer === 1 ? 'W1' : 'W2']: edited(W, i, j, value) })
              }
            />
            <MatrixView
              lang={lang}
              name={<Sym of="b" layer={layer} />}
              spoken={`b ${layer}`}
              rows={b.map((value) => [value])}
              sym="b"
              layer={layer}
              bound={bound}
              onEdit={(i, _, value) =>
                set({ ...state, [layer === 1 ? 'b1' : 'b2']: b.with(i, value) })
              }
            />
          </span>
        );
      })}
    </>
  );
}

const term = (value: number, digits = 3): string =>
  value < 0 ? `(${fixed(value, digits)})` : fixed(value, digits);

/** The followed point through both layers, in the chapter's formulas. */
function Numbers({ state: { W1, b1, W2, b2, f }, probe }: { state: State; probe: Probe }) {
  const through = { sigmoid: 'σ', tanh: 'tanh', relu: 'ReLU', identity: '' }[f];
  return (
    <>
      {[0, 1].map((j) => (
        <Formula key={j} equation="wn-hidden">
          <Sym of="z" layer={1} index={j + 1} /> = {term(W1[j]![0]!)}·{term(probe.x[0])} +{' '}
          {term(W1[j]![1]!)}·{term(probe.x[1])} + {term(b1[j]!)} ≈{' '}
          <Num of="z">{fixed(probe.z1[j]!, 4)}</Num>, <Sym of="a" layer={1} index={j + 1} /> ={' '}
          {through}({fixed(probe.z1[j]!, 4)}) ≈ <Num of="a">{fixed(probe.a1[j]!, 4)}</Num>
        </Formula>
      ))}
      <Formula equation="wn-output">
        <Sym of="z" layer={2} index={1} /> ≈ {term(W2[0]![0]!)}·{term(probe.a1[0], 4)} +{' '}
        {term(W2[0]![1]!)}·{term(probe.a1[1], 4)} + {term(b2[0]!)} ≈{' '}
        <Num of="z">{fixed(probe.z2, 4)}</Num>, <Sym of="a" layer={2} index={1} /> = σ(
        {fixed(probe.z2, 4)}) ≈ <Num of="a">{fixed(probe.a2, 4)}</Num>
      </Formula>
    </>
  );
}
