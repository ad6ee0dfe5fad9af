import { useEffect, useState } from 'preact/hooks';

/**
 * False in the HTML of the build and in the first picture after it, true from then on. Fields are
 * drawn as plain text until then: browsers look through every form field of a page for something
 * to fill in, and lay out all parts that hold one, however far down they are.
 */
export function useAlive(): boolean {
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  return alive;
}
