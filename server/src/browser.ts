/** The language server in a web worker. */
