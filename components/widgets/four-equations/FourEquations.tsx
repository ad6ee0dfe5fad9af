import { fill } from '@book/ui';
import { CheckGradient } from '@components/controls/CheckGradient';
import { Select } from '@components/controls/Select';
import { Formula, Num, Partial, Sym } from '@components/figure/Formula';
import { Frame, type IslandProps } from '@components/figure/Frame';
import { fixed } from '@components/figure/format';
import { MatrixView } from '@components/figure/matrix/MatrixView';
import { useWidgetState } from '@components/figure/state';
import { Fragment } from 'preact';
import { useMemo } from 'preact/hooks';
import { messages } from './messages';
import { compare, type Factor, type Model, model, shapeOf } from './model';
import { pytorch } from './pytorch';
import {
  bound,
  equations,
  first,
  given,
  mostSamples,
  mostUnits,
  type SizeName,
  type State,
  schema,
  setEntry,
  setSize,
  sizesOf,
} from './state';

const widget = 'four-equations';
const sizeNames: readonly SizeName[] = ['n0', 'n1', 'n2', 'm'];
const activationNames = ['sigmoid', 'tanh', 'relu', 'identity'] as const;

/** The name of a factor as the formula writes it. */
function Name({ factor }: { factor: Factor }) {
  const { sym, letter, layer, transposed, slope } = factor;
  const plain = layer === 0 && sym !== 'a';
  const base = (
    <span class={`sym sym-${sym}`} data-sym={sym} data-layer={plain ? undefined : layer}>
      <i>{letter}</i>
      {!plain && <sup>{layer}</sup>}
    </span>
  );
  return (
    <>
      {slope ? (
        <>
          <i>f</i>′({base})
        </>
      ) : transposed && !plain ? (
        <>({base})</>
      ) : (
        base
      )}
      {transposed && <sup>⊤</sup>}
    </>
  );
}

const Left = ({ left }: Pick<Model, 'left'>) =>
  left.letter.startsWith('∂') ? (
    <Partial of={left.sym} layer={left.layer} />
  ) : (
    <span class="sym sym-delta" data-sym="delta" data-layer={left.layer}>
      <i>Δ</i>
      <sup>{left.layer}</sup>
    </span>
  );

const bracketed = (value: number): string => {
  const text = fixed(value, 3);
  return text.startsWith('−') ? `(${text})` : text;
};

/** How the chosen entry comes about, with numbers. */
function Entry({ now, state }: { now: Model; state: State }) {
  const { terms, slope, divisor, value, difference } = now;
  const error = state.equation === 'output';
  const sum = terms.map(([p, q], i) => (
    <Fragment key={i}>
      {i > 0 && ' + '}
      {difference ? (
        <>
          ({fixed(difference[0], 3)} − {bracketed(difference[1])})
        </>
      ) : (
        bracketed(p)
      )}
      {!error && <>·{bracketed(q)}</>}
    </Fragment>
  ));
  return (
    <Formula>
      {divisor > 1 && `1/${divisor} · `}
      {terms.length > 1 && (slope !== undefined || divisor > 1) ? <>({sum})</> : sum}
      {slope !== undefined && ` · ${bracketed(slope)}`} ≈ <Num of="delta">{fixed(value, 3)}</Num>
    </Formula>
  );
}

export default function FourEquations(props: IslandProps) {
  const { lang } = props;
  const say = messages[lang];
  const ws = useWidgetState<State>(widget, schema, first);
  const { state, set } = ws;
  const now = useMemo(() => model(state), [state]);
  const sizes = sizesOf(state);
  const lit = ({ part }: Factor) => ({
    ...(part !== 'column' && { row: now.row }),
    ...(part !== 'row' && { column: now.column }),
  });
  const why =
    state.equation === 'output'
      ? say.error
      : state.equation === 'hidden'
        ? say.sum
        : fill(say.mean, { m: sizes.m });

  return (
    <Frame
      {...props}
      widget={widget}
      state={ws}
      numbers={() => (
        <>
          {now.result.map((entries, row) =>
            entries.map((_, column) => (
              <Entry
                key={`${row} ${column}`}
                now={model({ ...state, row, column })}
                state={state}
              />
            )),
          )}
        </>
      )}
      pytorch={() => pytorch(state)}
    >
      <div class="four">
        <div class="four-tabs" role="group" aria-label={say.equation}>
          {equations.map((name) => (
            <button
              key={name}
              type="button"
              class="fig-button"
              aria-pressed={state.equation === name}
              onClick={() => set({ ...state, equation: name })}
            >
              {say.equations[name]}
            </button>
          ))}
        </div>
        <div class="matrices">
          <MatrixView
            lang={lang}
            name={<Left left={now.left} />}
            spoken={say.result}
            rows={now.result}
            selected={{ row: now.row, column: now.column }}
            onSelect={(row, column) => set({ ...state, row, column })}
          />
          <span class="operator">=</span>
          {now.right.map((token, i) =>
            token.kind === 'operator' ? (
              <span key={i} class="operator">
                {token.text}
              </span>
            ) : (
              <MatrixView
                key={i}
                lang={lang}
                name={<Name factor={token} />}
                spoken={`${token.slope ? 'f′ ' : ''}${token.letter}${token.layer || ''}`}
                rows={token.rows}
                sym={token.sym}
                layer={token.layer}
                transposed={token.transposed}
                shape={shapeOf(token, state.layout)}
                decimals={token.letter === '1' ? 0 : 3}
                lit={lit(token)}
              />
            ),
          )}
        </div>
        <div class="four-entry" aria-live="polite">
          <p>
            <b>{fill(say.entry, { row: now.row + 1, column: now.column + 1 })}</b> {why}
          </p>
          <Entry now={now} state={state} />
          <CheckGradient
            lang={lang}
            of={<Left left={now.left} />}
            subject={`${state.equation} ${state.layer} ${now.row} ${now.column} ${now.value}`}
            compare={() => compare(state, now)}
          />
        </div>
        <div class="fig-controls">
          {(state.equation === 'W' || state.equation === 'b') && (
            <Select
              label={say.layer}
              value={String(state.layer)}
              options={['1', '2'].map((value) => ({ value, text: value }))}
              onChange={(value) => set({ ...state, layer: value === '1' ? 1 : 2 })}
            />
          )}
          <Select
            label={say.layout}
            value={state.layout}
            options={(['columns', 'rows'] as const).map((value) => ({
              value,
              text: say.layouts[value],
            }))}
            onChange={(layout) => set({ ...state, layout })}
          />
          {sizeNames.map((name) => (
            <Select
              key={name}
              label={say.sizes[name]}
              value={String(sizes[name])}
              options={Array.from({ length: name === 'm' ? mostSamples : mostUnits }, (_, i) => ({
                value: String(i + 1),
                text: String(i + 1),
              }))}
              onChange={(value) => set(setSize(state, name, Number(value)))}
            />
          ))}
        </div>
        <details class="four-edit">
          <summary>{say.edit}</summary>
          <div class="fig-controls">
            {(['f1', 'f2'] as const).map((name) => (
              <Select
                key={name}
                label={name === 'f1' ? say.activation1 : say.activation2}
                value={state[name]}
                options={activationNames.map((value) => ({ value, text: value }))}
                onChange={(value) => set({ ...state, [name]: value })}
              />
            ))}
          </div>
          <div class="matrices">
            {given.map((name) => (
              <MatrixView
                key={name}
                lang={lang}
                name={<GivenName name={name} />}
                spoken={name}
                rows={state[name]}
                bound={bound}
                onEdit={(row, column, value) => set(setEntry(state, name, row, column, value))}
              />
            ))}
          </div>
        </details>
      </div>
    </Frame>
  );
}

/** `X`, `W¹`: the name of a given matrix. */
const GivenName = ({ name }: { name: (typeof given)[number] }) => {
  const [letter = '', layer] = name;
  const sym = ({ X: 'x', Y: 'y', W: 'W', b: 'b' } as const)[letter] ?? 'W';
  return layer ? (
    <Sym of={sym} layer={layer} />
  ) : (
    <span class={`sym sym-${sym}`} data-sym={sym}>
      <i>{letter}</i>
    </span>
  );
};
