import { fill } from '@book/ui';
import { PlayBar } from '@components/controls/PlayBar';
import { Select } from '@components/controls/Select';
import { Formula, Num, Sym } from '@components/figure/Formula';
import { Frame, type IslandProps } from '@components/figure/Frame';
import { fixed, short } from '@components/figure/format';
import { MatrixView } from '@components/figure/matrix/MatrixView';
import { Diagram, type EdgeView, type NodeView } from '@components/figure/network/Diagram';
import { Handle } from '@components/figure/network/Handle';
import { labelPlace, layout } from '@components/figure/network/layout';
import { Press } from '@components/figure/network/Press';
import { formulaOf, stepEquals } from '@components/figure/StepFormula';
import { useWidgetState } from '@components/figure/state';
import { useMemo } from 'preact/hooks';
import { messages } from './messages';
import {
  activationNames,
  bound,
  first,
  model,
  type State,
  schema,
  setBias,
  setWeight,
  sizes,
} from './model';

const widget = 'forward-calculator';
const place = layout(sizes, false);

export default function ForwardCalculator(props: IslandProps) {
  const { lang } = props;
  const say = messages[lang];
  const ws = useWidgetState<State>(widget, schema, first);
  const { state, set } = ws;
  const { steps, known } = useMemo(() => model(state), [state]);
  const step = steps[state.step - 1];
  const layer = step?.layer === 2 ? 2 : 1;
  const move = (to: number): void => set({ ...state, step: to });

  const nodes = sizes.flatMap((units, l) =>
    Array.from({ length: units }, (_, i): NodeView => {
      const unit = i + 1;
      if (l === 0)
        return { layer: 0, unit, sym: 'x', value: short(state.x[i]!, 3), heat: state.x[i]! };
      const a = known('a', l, unit);
      const z = known('z', l, unit);
      const value = a ?? z;
      return {
        layer: l,
        unit,
        sym: a === undefined && z !== undefined ? 'z' : 'a',
        value: value === undefined ? undefined : fixed(value, 3),
        heat: a ?? 0,
        over: `b ${short(state.b[l - 1]![i]!, 3)}`,
        tone: step?.layer === l && step.unit === unit ? 'forward' : undefined,
      };
    }),
  );
  const edges = state.W.flatMap((rows, i) =>
    rows.flatMap((row, j) =>
      row.map((weight, k): EdgeView => {
        const active = step?.kind === 'z' && step.layer === i + 1 && step.unit === j + 1;
        return {
          layer: i + 1,
          to: j + 1,
          from: k + 1,
          weight,
          tone: active ? 'forward' : undefined,
          label: active ? short(weight, 3) : undefined,
        };
      }),
    ),
  );
  const formula = step && formulaOf(step, state.f, undefined);
  const spoken = step
    ? `${fill(say.step, { n: state.step, all: steps.length })}, ${fill(say.unit, { l: step.layer, j: step.unit })}: ${step.kind} = ${short(step.value, 4)}`
    : say.start;
  const column = (kind: 'z' | 'a', l: number): (number | undefined)[][] =>
    Array.from({ length: sizes[l]! }, (_, i) => [known(kind, l, i + 1)]);

  return (
    <Frame
      {...props}
      widget={widget}
      state={ws}
      numbers={() => (
        <>
          {steps.slice(0, state.step).map((one, i) => {
            const { left, numbers } = formulaOf(one, state.f, undefined);
            return (
              <Formula key={i} equation={one.equation}>
                {left} = {numbers} {stepEquals(one)} <Num>{short(one.value, 5)}</Num>
              </Formula>
            );
          })}
        </>
      )}
      pytorch={async () => (await import('./pytorch')).pytorch(state)}
    >
      <div class="forward-calculator">
        <div class="fig-split">
          <div class="fig-stage">
            <Diagram
              layout={place}
              nodes={nodes}
              edges={edges}
              columns={[say.input, say.hidden, say.output]}
              label={say.diagram}
            >
              {state.x.map((value, i) => (
                <Handle
                  key={i}
                  {...place.node(0, i + 1)}
                  name={`x${i + 1}`}
                  value={value}
                  min={-bound}
                  max={bound}
                  onChange={(next) => set({ ...state, x: state.x.with(i, next) })}
                />
              ))}
              {edges.map(({ layer: l, to, from, weight, label }) =>
                label === undefined ? null : (
                  <Handle
                    key={`${l} ${to} ${from}`}
                    {...labelPlace(place.node(l - 1, from), place.node(l, to), true)}
                    name=""
                    pointerOnly
                    radius={15}
                    value={weight}
                    min={-bound}
                    max={bound}
                    onChange={(next) =>
                      set(setWeight(state, l === 1 ? 1 : 2, to - 1, from - 1, next))
                    }
                  />
                ),
              )}
              {nodes
                .filter((node) => node.layer > 0)
                .map((node) => (
                  <Press
                    key={`${node.layer} ${node.unit}`}
                    {...place.node(node.layer, node.unit)}
                    name={fill(say.unit, { l: node.layer, j: node.unit })}
                    onPress={() =>
                      move(
                        steps.findIndex((s) => s.layer === node.layer && s.unit === node.unit) + 1,
                      )
                    }
                  />
                ))}
            </Diagram>
          </div>
          <div class="fig-says">
            {step && formula ? (
              <>
                <p class="step-head">
                  <span>{fill(say.step, { n: state.step, all: steps.length })}</span>
                  <b class="sym-a">{fill(say.layer, { l: step.layer })}</b>
                </p>
                <div class="calculator-formula">
                  <Formula>
                    {formula.left} = {formula.letters}
                  </Formula>
                  <Formula>= {formula.numbers}</Formula>
                  <Formula>
                    {stepEquals(step)} <b>{short(step.value, 5)}</b>
                  </Formula>
                </div>
                <p>{step.kind === 'z' ? say.z : say.a}</p>
              </>
            ) : (
              <p>{say.intro}</p>
            )}
          </div>
        </div>
        <p class="visually-hidden" aria-live="polite">
          {spoken}
        </p>
        <div class="layer-matrices">
          <p>{say.vector}</p>
          <div class="matrices">
            <MatrixView
              lang={lang}
              name={<Sym of="z" layer={layer} />}
              spoken={`z ${layer}`}
              rows={column('z', layer)}
              sym="z"
              layer={layer}
              lit={step?.kind === 'z' ? { row: step.unit - 1 } : {}}
            />
            <span class="operator">=</span>
            <MatrixView
              lang={lang}
              name={<Sym of="W" layer={layer} />}
              spoken={`W ${layer}`}
              rows={state.W[layer - 1]!}
              sym="W"
              layer={layer}
              bound={bound}
              lit={step?.kind === 'z' ? { row: step.unit - 1 } : {}}
              onEdit={(row, col, value) => set(setWeight(state, layer, row, col, value))}
            />
            {layer === 1 ? (
              <MatrixView
                lang={lang}
                name={<Sym of="x" />}
                spoken="x"
                rows={state.x.map((value) => [value])}
                sym="x"
                bound={bound}
                lit={step?.kind === 'z' ? { column: 0 } : {}}
                onEdit={(row, _, value) => set({ ...state, x: state.x.with(row, value) })}
              />
            ) : (
              <MatrixView
                lang={lang}
                name={<Sym of="a" layer={1} />}
                spoken="a 1"
                rows={column('a', 1)}
                sym="a"
                layer={1}
                lit={step?.kind === 'z' ? { column: 0 } : {}}
              />
            )}
            <span class="operator">+</span>
            <MatrixView
              lang={lang}
              name={<Sym of="b" layer={layer} />}
              spoken={`b ${layer}`}
              rows={state.b[layer - 1]!.map((value) => [value])}
              sym="b"
              layer={layer}
              bound={bound}
              lit={step?.kind === 'z' ? { row: step.unit - 1 } : {}}
              onEdit={(row, _, value) => set(setBias(state, layer, row, value))}
            />
            <span class="operator">,</span>
            <MatrixView
              lang={lang}
              name={
                <>
                  <Sym of="a" layer={layer} /> = <i>f</i>(<Sym of="z" layer={layer} />)
                </>
              }
              spoken={`a ${layer}`}
              rows={column('a', layer)}
              sym="a"
              layer={layer}
              lit={step?.kind === 'a' ? { row: step.unit - 1 } : {}}
            />
          </div>
        </div>
        <div class="fig-controls">
          <PlayBar
            lang={lang}
            at={state.step}
            steps={steps.length}
            phases={[1, 2].map((l) => ({
              name: `${l}`,
              tone: 'forward',
              length: 2 * sizes[l]!,
            }))}
            spoken={spoken}
            onMove={move}
          />
        </div>
        <div class="fig-controls">
          <button type="button" class="fig-button" onClick={() => move(steps.length)}>
            {say.all}
          </button>
          <Select
            label={say.activation}
            value={state.f}
            options={activationNames.map((value) => ({ value, text: say.activations[value] }))}
            onChange={(f) => set({ ...state, f })}
          />
        </div>
      </div>
    </Frame>
  );
}
