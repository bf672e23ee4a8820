/** How the property tests are run: the same cases each time, so that red means a change; other cases, and more of them, on demand. */
import fc from 'fast-check';

const TIMES = Number(process.env.PROPERTY_RUNS ?? 1);

/** Cases of a property: `usual` in the suite, so many times more with `PROPERTY_RUNS=40`. */
export const runs = (usual: number): number => usual * TIMES;

// New cases in every run would let a change pass today and another, blameless one, fail tomorrow. `PROPERTY_SEED=random` looks for new ones.
const seed = process.env.PROPERTY_SEED ?? '20230426';
fc.configureGlobal({ numRuns: runs(100), ...(seed === 'random' ? {} : { seed: Number(seed) }) });
