import type { Lang } from '@book/languages';
import type { SymbolName } from '@book/symbols';
import { NumberField } from '@components/controls/NumberField';
import type { ComponentChildren } from 'preact';
import { fixed } from '../format';

/** Which rows, columns or single entry of a matrix are lit, counted from 0. */
export interface Lit {
  row?: number | undefined;
  column?: number | undefined;
}

interface MatrixViewProps {
  lang: Lang;
  /** The symbol as it stands in the formula. */
  name: ComponentChildren;
  /** The name as it is read out. */
  spoken: string;
  rows: readonly (readonly (number | undefined)[])[];
  decimals?: number;
  sym?: SymbolName;
  layer?: number | undefined;
  lit?: Lit;
  /** The entries are those of the transpose: row and column of the symbol change places. */
  transposed?: boolean;
  /** The shape in letters: `n₁×m`. */
  shape?: string | undefined;
  /** Makes entries selectable: by pointing, by focus, by pressing. */
  onSelect?: (row: number, column: number) => void;
  selected?: { row: number; column: number } | undefined;
  /** Makes entries editable. */
  onEdit?: (row: number, column: number, value: number) => void;
  bound?: number;
}

/** A live matrix: its name over it, its entries in brackets, its shape under it. */
export function MatrixView(props: MatrixViewProps) {
  const { name, spoken, rows, sym, layer, lit = {}, selected, shape, transposed } = props;
  const indexOf = (i: number, j: number): string =>
    rows[0]?.length === 1 ? `${i + 1}` : transposed ? `${j + 1}${i + 1}` : `${i + 1}${j + 1}`;
  const isLit = (i: number, j: number): boolean =>
    (lit.row !== undefined && lit.row === i && (lit.column === undefined || lit.column === j)) ||
    (lit.row === undefined && lit.column !== undefined && lit.column === j);
  return (
    <span class="matrix">
      <span class="matrix-name">{name}</span>
      <table aria-label={spoken}>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {row.map((value, j) => {
                const chosen = selected?.row === i && selected.column === j;
                return (
                  <td
                    key={j}
                    class={`${isLit(i, j) ? 'is-lit' : ''} ${chosen ? 'is-chosen' : ''} ${sym ? `sym-${sym}` : ''}`}
                    data-sym={sym}
                    data-layer={layer}
                    data-index={indexOf(i, j)}
                  >
                    <Entry {...props} {...{ value, i, j, chosen }} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <span class="matrix-shape">
        {shape && `${shape} = `}
        {rows.length}×{rows[0]?.length ?? 0}
      </span>
    </span>
  );
}

type EntryProps = MatrixViewProps & {
  value: number | undefined;
  i: number;
  j: number;
  chosen: boolean;
};

function Entry(props: EntryProps) {
  const { lang, spoken, value, i, j, chosen, decimals = 3, onSelect, onEdit, bound = 100 } = props;
  if (onEdit && value !== undefined) {
    return (
      <NumberField
        lang={lang}
        name={`${spoken} ${i + 1} ${j + 1}`}
        value={value}
        min={-bound}
        max={bound}
        step={0.05}
        onChange={(next) => onEdit(i, j, next)}
      />
    );
  }
  const text = value === undefined ? '·' : fixed(value, decimals);
  if (!onSelect) return <>{text}</>;
  return (
    <button
      type="button"
      aria-pressed={chosen}
      aria-label={`${spoken} ${i + 1} ${j + 1}: ${text}`}
      onClick={() => onSelect(i, j)}
      onFocus={() => onSelect(i, j)}
      onPointerEnter={() => onSelect(i, j)}
    >
      {text}
    </button>
  );
}
