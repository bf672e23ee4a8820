declare module 'virtual:declarations' {
  const sources: readonly import('./instrument/instrument.ts').InstrumentSource[];
  export default sources;
}
declare module 'virtual:pages' {
  const pages: Readonly<Record<string, string>>;
  export default pages;
}
declare const VERSION: string;
