/**
 * Boxes that scroll sideways when they are too narrow for their formula (`data-wide`) are stops for
 * the Tab key while they scroll, and only then: the arrow keys move what is in them. The attribute
 * holds the name by which such a stop is announced.
 */
export function watchWide(): void {
  const watch = new ResizeObserver((entries) => {
    for (const { target } of entries) stop(target as HTMLElement);
  });
  for (const box of document.querySelectorAll('[data-wide]')) watch.observe(box);
}

function stop(box: HTMLElement): void {
  // Fractions of a pixel are rounded differently on the two sides.
  if (box.scrollWidth > box.clientWidth + 1) {
    box.tabIndex = 0;
    box.role = 'group';
    box.ariaLabel = box.dataset.wide ?? '';
  } else {
    for (const name of ['tabindex', 'role', 'aria-label']) box.removeAttribute(name);
  }
}
