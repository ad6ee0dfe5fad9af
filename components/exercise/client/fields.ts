/** Unpacks what the page holds as text for browsers with scripts: hints, solution, reasons. */
function unpack(root: ParentNode): void {
  for (const packed of root.querySelectorAll('noscript')) {
    const template = document.createElement('template');
    // Lifted out of another page, it was parsed as for a reader without scripts.
    template.innerHTML = packed.childElementCount ? packed.innerHTML : (packed.textContent ?? '');
    packed.replaceWith(template.content);
  }
}

/**
 * Makes real elements of the stand-ins of an exercise: `<span data-as="input" data-set-type="radio">`
 * becomes `<input type="radio">`. Forms and fields are not there from the start because browsers lay
 * out every part of a page that holds one, to see whether there is something to fill in.
 */
export function makeFields(root: ParentNode): void {
  unpack(root);
  for (const place of root.querySelectorAll<HTMLElement>('[data-as]')) {
    const element = document.createElement(place.dataset.as!);
    for (const { name, value } of place.attributes) {
      if (name !== 'data-as') element.setAttribute(name.replace(/^data-set-/, ''), value);
    }
    if (element instanceof HTMLSelectElement) addSizes(element);
    else if (!(element instanceof HTMLInputElement)) element.append(...place.childNodes);
    place.replaceWith(element);
  }
}

const mostRows = 5;

/** Numbers of rows or columns to choose from. */
function addSizes(select: HTMLSelectElement): void {
  for (let n = 1; n <= mostRows; n++) select.add(new Option(String(n), String(n)));
}

/** A field for one number. @param name what is read out */
export function textField(name: string): HTMLInputElement {
  const input = document.createElement('input');
  input.className = 'ex-field';
  input.type = 'text';
  input.inputMode = 'decimal';
  input.autocomplete = 'off';
  input.setAttribute('aria-label', name);
  return input;
}
