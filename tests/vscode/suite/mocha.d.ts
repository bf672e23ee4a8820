/** Mocha's bundle for browsers has no types of its own. */
declare module 'mocha/mocha.js' {
  const Mocha: new (options: object) => unknown;
  export default Mocha;
}
