import type { SymbolName } from '@book/symbols';
import type { ComponentChildren } from 'preact';
import { EquationLink } from './EquationLink';

/** Letters of symbols as formulas in figures write them; ∂ stands before that of a gradient. */
const letters: Record<SymbolName, string> = {
  W: 'W',
  b: 'b',
  z: 'z',
  a: 'a',
  delta: 'δ',
  x: 'x',
  y: 'y',
  L: 'L',
  alpha: 'α',
  f: 'f',
  grad: 'L',
};

interface SymProps {
  of: SymbolName;
  layer?: number | string;
  /** `1`, `21`: the lower index. */
  index?: number | string;
  /** After the letter: `′`. */
  mark?: string;
  /** ᵀ after everything. */
  transposed?: boolean;
}

/**
 * A symbol with its layer and index, coloured by its role and lit together with the same symbol
 * elsewhere. HTML alone: figures change their formulas without KaTeX's script.
 */
export function Sym({ of, layer, index, mark = '', transposed = false }: SymProps) {
  return (
    <span class={`sym sym-${of}`} data-sym={of} data-layer={layer} data-index={index}>
      {of === 'grad' && <i class="upright">∂</i>}
      <i class={of === 'L' || of === 'grad' ? 'cal' : undefined}>{letters[of]}</i>
      {mark && <span class="mark">{mark}</span>}
      {layer !== undefined && index !== undefined ? (
        <span class="scripts">
          <span>{layer}</span>
          <span>{index}</span>
        </span>
      ) : (
        <>
          {layer !== undefined && <sup>{layer}</sup>}
          {index !== undefined && <sub>{index}</sub>}
        </>
      )}
      {transposed && <sup class="transposed">⊤</sup>}
    </span>
  );
}

/** `∂ℒ/∂W²₁₁` in one line. */
export function Partial({ of, layer, index }: SymProps) {
  return (
    <span class="sym sym-grad" data-sym="grad" data-layer={layer} data-index={index}>
      <i class="upright">∂</i>
      <i class="cal">L</i>/<i class="upright">∂</i>
      <Sym of={of} layer={layer} index={index} />
    </span>
  );
}

/** A number in the colour of what it is. */
export const Num = ({ of, children }: { of?: SymbolName; children: ComponentChildren }) => (
  <span class={of ? `num sym-${of}` : 'num'}>{children}</span>
);

interface FormulaProps {
  /** The equation that it is a case of: its number stands behind, as a link. */
  equation?: string | undefined;
  children: ComponentChildren;
}

/** A formula of a figure: one line that may break at its operators. */
export const Formula = ({ equation, children }: FormulaProps) => (
  <span class="formula">
    {children}
    {equation && (
      <>
        {/* A space that stays behind at the end of a line. */ '\u2003'}
        <EquationLink id={equation} />
      </>
    )}
  </span>
);
