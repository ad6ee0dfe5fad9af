/** What a symbol on the page is: δ of layer 2, unit 1. */
interface Symbol {
  sym: string;
  layer: string | undefined;
  index: string | undefined;
}

const symbolOf = ({ dataset }: HTMLElement | SVGElement): Symbol => ({
  sym: dataset.sym ?? '',
  layer: dataset.layer,
  index: dataset.index,
});

/** A layer `l` or an index `jk` stands for any; a number only for itself. */
const meets = (p: string | undefined, q: string | undefined): boolean =>
  p === q || !p || !q || !/^\d+$/.test(p) || !/^\d+$/.test(q);

const same = (p: Symbol, q: Symbol): boolean =>
  p.sym === q.sym && meets(p.layer, q.layer) && meets(p.index, q.index);

let started = false;

/**
 * Lights up, on the page, every occurrence of the symbol that is pointed at,
 * focused or tapped: in formulas, figures, prose and code alike.
 */
export function startHighlight(): void {
  if (started) return;
  started = true;
  let lit: Element[] = [];
  let present: Element | null = null;
  const update = (event: Event): void => {
    const target = event.target as Element | null;
    const symbol = target?.closest?.<HTMLElement>('[data-sym]') ?? null;
    if (symbol === present) return;
    present = symbol;
    for (const element of lit) element.classList.remove('lit');
    lit = [];
    const scope = symbol?.closest('main');
    if (!symbol || !scope) return;
    const wanted = symbolOf(symbol);
    lit = [...scope.querySelectorAll<HTMLElement>(`[data-sym="${wanted.sym}"]`)].filter((element) =>
      same(symbolOf(element), wanted),
    );
    for (const element of lit) element.classList.add('lit');
  };
  for (const kind of ['pointerover', 'focusin', 'pointerdown'] as const) {
    document.addEventListener(kind, update, { passive: true });
  }
}
