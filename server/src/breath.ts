/** Long work in slices: between two of them everything else has its turn, so that nothing holds up typing. */

/** So long nothing else is kept waiting, and so long everything else has its turn, in milliseconds. */
const SLICE = 8;
const BREATH = 4;

/** A function to await often: it waits only when a slice of time is over. */
export function breather(): () => Promise<void> {
  let began = Date.now();
  return async () => {
    if (Date.now() - began < SLICE) return;
    await new Promise((resolve) => setTimeout(resolve, BREATH));
    began = Date.now();
  };
}
