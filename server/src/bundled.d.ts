declare module 'virtual:declarations' {
  const sources: readonly import('./instrument/instrument.ts').InstrumentSource[];
  export default sources;
}
declare const VERSION: string;
