import { fill } from '@book/ui';
import { CheckGradient } from '@components/controls/CheckGradient';
import { Select } from '@components/controls/Select';
import { EquationLink } from '@components/figure/EquationLink';
import { Formula, Num, Partial, Sym } from '@components/figure/Formula';
import { Frame, type IslandProps } from '@components/figure/Frame';
import { fixed } from '@components/figure/format';
import { MatrixView } from '@components/figure/matrix/MatrixView';
import { useWidgetState } from '@components/figure/state';
import { Fragment } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Factor } from './factors';
import { messages } from './messages';

import { compare, type Model, model, type Token } from './model';
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

/** What tab shows which equation of the chapter. */
const chapterEquation = {
  forward: 'fb-z-batch',
  output: 'fb-delta-output',
  hidden: 'fb-delta-batch',
  W: 'fb-grad-w-batch',
  b: 'fb-grad-b-batch',
} as const;

/** The name of a factor as the formula writes it. */
function Name({ factor }: { factor: Factor }) {
  const { sym, letter, layer, transposed, slope } = factor;
  if (letter.startsWith('∂')) return <Partial of={sym} layer={layer} />;
  const base = (
    <span class={`sym sym-${sym}`} data-sym={sym} data-layer={layer}>
      {letter === '1' ? <b>1</b> : <i>{letter}</i>}
      {layer !== undefined && <sup>{layer}</sup>}
    </span>
  );
  if (slope) {
    return (
      <>
        <i>f</i>′({base})
      </>
    );
  }
  const bracketed = transposed && layer !== undefined ? <>({base})</> : base;
  return (
    <>
      {bracketed}
      {transposed && <sup>⊤</sup>}
    </>
  );
}

/** A matrix with the operators that stand before it, and a bracket that closes behind it. */
interface Group {
  before: string;
  factor: Factor;
  after: string;
}

/** A line breaks between groups only: an operator stays with what it applies to. */
function groupsOf(tokens: readonly Token[]): Group[] {
  const groups: Group[] = [];
  let before = '';
  for (const token of tokens) {
    const last = groups.at(-1);
    if (token.kind === 'matrix') {
      groups.push({ before, factor: token, after: '' });
      before = '';
    } else if (token.text === ')' && last) last.after = token.text;
    else before += token.text;
  }
  return groups;
}

const bracketed = (value: number): string => {
  const text = fixed(value, 3);
  return text.startsWith('−') ? `(${text})` : text;
};

/** How the chosen entry comes about, with numbers. */
function Entry({ now, state }: { now: Model; state: State }) {
  const { terms, slope, divisor, value, difference, bias } = now;
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
      {slope !== undefined && ` · ${bracketed(slope)}`}
      {bias !== undefined && ` + ${bracketed(bias)}`} ≈{' '}
      <Num of={state.equation === 'forward' ? 'z' : 'delta'}>{fixed(value, 3)}</Num>
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
  const mean = fill(say.mean, { m: sizes.m });
  const why = { forward: say.affine, output: say.error, hidden: say.sum, W: mean, b: mean };

  return (
    <Frame
      {...props}
      widget={widget}
      state={ws}
      numbers={() => (
        <>
          <p>
            {say.equations[state.equation]} <EquationLink id={chapterEquation[state.equation]} />
          </p>
          {now.left.rows.map((entries, row) =>
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
      pytorch={async () => (await import('./pytorch')).pytorch(state)}
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
            name={<Name factor={now.left} />}
            spoken={say.result}
            rows={now.left.rows}
            shape={now.left.shape}
            selected={{ row: now.row, column: now.column }}
            onSelect={(row, column) => set({ ...state, row, column })}
          />
          {groupsOf(now.right).map(({ before, factor, after }, i) => (
            <span key={i} class="matrix-group">
              {before && <span class="operator">{before}</span>}
              <MatrixView
                lang={lang}
                name={<Name factor={factor} />}
                spoken={`${factor.slope ? 'f′ ' : ''}${factor.letter}${factor.layer ?? ''}`}
                rows={factor.rows}
                sym={factor.sym}
                layer={factor.layer}
                transposed={factor.transposed}
                shape={factor.shape}
                decimals={factor.letter === '1' ? 0 : 3}
                lit={lit(factor)}
              />
              {after && <span class="operator">{after}</span>}
            </span>
          ))}
        </div>
        <div class="four-entry" aria-live="polite">
          <p>
            <b>{fill(say.entry, { row: now.row + 1, column: now.column + 1 })}</b>{' '}
            {why[state.equation]}
          </p>
          <Entry now={now} state={state} />
          {state.equation !== 'forward' && (
            <CheckGradient
              lang={lang}
              of={<Name factor={now.left} />}
              subject={`${state.equation} ${state.layer} ${now.row} ${now.column} ${now.value}`}
              compare={() => compare(state, now)}
            />
          )}
        </div>
        <div class="fig-controls">
          {state.equation !== 'output' && state.equation !== 'hidden' && (
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
