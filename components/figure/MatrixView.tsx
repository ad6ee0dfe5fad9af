import type { SymbolName } from '@book/symbols';
import type { ComponentChildren } from 'preact';

interface MatrixViewProps {
  /** Symbol of the whole; its entries light up one by one. */
  of: SymbolName;
  layer?: number;
  /** A column vector is rows of one number: its entries have one index. */
  rows: readonly (readonly number[])[];
  /** How an entry is written: `fixed`, or a control in its place. */
  show: (value: number, row: number, column: number) => ComponentChildren;
  /** Name for screen readers: `W¹, 2 by 3`. */
  label: string;
}

/** A matrix in brackets. Wide ones scroll inside themselves. */
export const MatrixView = ({ of, layer, rows, show, label }: MatrixViewProps) => (
  <span class="matrix">
    <table class={`sym-${of}`} aria-label={label}>
      <tbody>
        {rows.map((row, j) => (
          <tr key={j}>
            {row.map((value, k) => (
              <td
                key={k}
                data-sym={of}
                data-layer={layer}
                data-index={row.length === 1 ? j + 1 : `${j + 1}${k + 1}`}
              >
                {show(value, j, k)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </span>
);
